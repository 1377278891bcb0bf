//! The Debian package: staged file by file with its mode, the same bytes from the same source.

#[cfg(test)]
mod tests;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::running;
use crate::terminal;
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub struct Request {
    /// The program to be packed; without it the release is built
    #[arg(long)]
    binary: Option<PathBuf>,
    /// Where the package goes; without it to target/package
    #[arg(long)]
    output: Option<PathBuf>,
}

pub fn run(workspace: &Workspace, request: &Request) -> Result<bool> {
    let binary = match &request.binary {
        Some(binary) => binary.clone(),
        None => {
            if !running::succeeds(running::cargo().current_dir(&workspace.root).args([
                "build",
                "--release",
                "-p",
                "server",
            ]))? {
                return Ok(false);
            }
            workspace.path("target/release/glas")
        }
    };
    let output = request.output.clone().unwrap_or_else(|| workspace.path("target/package"));
    let package = Package { workspace, binary, version: version(workspace)?, architecture: architecture() };
    let staged = package.stage(&output)?;
    if running::found("dpkg-deb").is_none() {
        terminal::complain(&format!(
            "dpkg-deb is not on this machine (Debian package dpkg), so no .deb was built; its files are staged in {}",
            staged.display()
        ));
        return Ok(false);
    }
    let built = package.build(&staged, &output)?;
    terminal::say(&built.display().to_string());
    Ok(true)
}

struct Package<'a> {
    workspace: &'a Workspace,
    binary: PathBuf,
    version: String,
    architecture: String,
}

/// What is in the package: from where, to where, and who may do what with it.
const FILES: [(&str, &str, u32); 13] = [
    ("packaging/debian/glas.toml", "etc/glas/glas.toml", 0o640),
    ("packaging/debian/glas.sysusers", "usr/lib/sysusers.d/glas.conf", 0o644),
    ("packaging/debian/glas.1", "usr/share/man/man1/glas.1", 0o644),
    ("packaging/debian/copyright", "usr/share/doc/glas/copyright", 0o644),
    ("LICENSE", "usr/share/doc/glas/LICENSE", 0o644),
    ("README.md", "usr/share/doc/glas/README.md", 0o644),
    ("CHANGELOG.md", "usr/share/doc/glas/CHANGELOG.md", 0o644),
    ("docs/OPERATING.md", "usr/share/doc/glas/OPERATING.md", 0o644),
    ("docs/generated/settings.md", "usr/share/doc/glas/settings.md", 0o644),
    ("SECURITY.md", "usr/share/doc/glas/SECURITY.md", 0o644),
    ("packaging/debian/postinst", "DEBIAN/postinst", 0o755),
    ("packaging/debian/prerm", "DEBIAN/prerm", 0o755),
    ("packaging/debian/postrm", "DEBIAN/postrm", 0o755),
];

impl Package<'_> {
    fn name(&self) -> String {
        format!("glas_{}_{}", self.version, self.architecture)
    }

    /// A folder that holds what the package will hold. What was staged before goes.
    fn stage(&self, output: &Path) -> Result<PathBuf> {
        let staged = output.join(self.name());
        if staged.exists() {
            fs::remove_dir_all(&staged).with_context(|| staged.display().to_string())?;
        }
        for (from, to, mode) in FILES {
            let bytes = fs::read(self.workspace.path(from)).with_context(|| from.to_owned())?;
            put(&staged, to, &bytes, mode)?;
        }
        let binary = fs::read(&self.binary).with_context(|| self.binary.display().to_string())?;
        put(&staged, "usr/bin/glas", &binary, 0o755)?;
        put(&staged, "usr/lib/systemd/system/glas.service", self.unit()?.as_bytes(), 0o644)?;
        put(&staged, "DEBIAN/conffiles", b"/etc/glas/glas.toml\n", 0o644)?;
        let installed = size(&staged)?.div_ceil(1024);
        put(&staged, "DEBIAN/control", self.control(installed).as_bytes(), 0o644)?;
        Ok(staged)
    }

    /// The unit as it is for everybody, with the places of the package.
    fn unit(&self) -> Result<String> {
        let unit = fs::read_to_string(self.workspace.path("packaging/glas.service"))?;
        let line = "ExecStart=/usr/local/bin/glas serve --config /etc/glas.toml";
        if !unit.contains(line) {
            bail!("packaging/glas.service does not say „{line}“ any more");
        }
        // What stands above tells how it is installed by hand.
        let body = unit.find("[Unit]").and_then(|begin| unit.get(begin..)).unwrap_or(&unit);
        Ok(body.replace(line, "ExecStart=/usr/bin/glas serve --config /etc/glas/glas.toml"))
    }

    fn control(&self, installed: u64) -> String {
        format!(
            "Package: glas\nVersion: {}\nArchitecture: {}\nMaintainer: The authors of Glas <glas@example.org>\n\
             Installed-Size: {installed}\nDepends: {}\nRecommends: systemd\nSection: web\nPriority: optional\n\
             Description: citizens' participation in monitoring administrative services\n \
             A site at which a municipality and civic organisations ask people about\n \
             administrative services, publish what came of it and answer to one another.\n \
             One program and one folder; PostgreSQL where one machine is not enough.\n",
            self.version,
            self.architecture,
            depends()
        )
    }

    fn build(&self, staged: &Path, output: &Path) -> Result<PathBuf> {
        let built = output.join(format!("{}.deb", self.name()));
        let mut command = running::command("dpkg-deb");
        command.args(["--root-owner-group", "-Zxz", "--build"]).arg(staged).arg(&built);
        command.env("SOURCE_DATE_EPOCH", self.moment()?);
        running::output_of(&mut command)?;
        Ok(built)
    }

    /// The moment that all files bear: that of the last commit, unless somebody says otherwise.
    fn moment(&self) -> Result<String> {
        if let Ok(given) = std::env::var("SOURCE_DATE_EPOCH") {
            return Ok(given);
        }
        let mut git = running::command("git");
        let told = running::output_of(git.current_dir(&self.workspace.root).args(["log", "-1", "--format=%ct"]))?;
        Ok(told.trim().to_owned())
    }
}

fn put(staged: &Path, to: &str, bytes: &[u8], mode: u32) -> Result<()> {
    let path = staged.join(to);
    let folders: Vec<&Path> = path.ancestors().skip(1).take_while(|folder| folder.starts_with(staged)).collect();
    for folder in folders.into_iter().rev() {
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    }
    fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    Ok(fs::set_permissions(&path, fs::Permissions::from_mode(mode))?)
}

fn size(folder: &Path) -> Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        sum += if entry.file_type()?.is_dir() { size(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(sum)
}

fn version(workspace: &Workspace) -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(workspace.path("Cargo.toml"))?.parse()?;
    let package = manifest.get("workspace").and_then(|workspace| workspace.get("package"));
    let version = package.and_then(|package| package.get("version")).and_then(toml::Value::as_str);
    Ok(version.context("the workspace has a version")?.to_owned())
}

/// As Debian calls it.
fn architecture() -> String {
    match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        "arm" => "armhf",
        other => other,
    }
    .to_owned()
}

/// A program wants at least the C library that it was linked with.
fn depends() -> String {
    let mut asked = running::command("dpkg-query");
    let version = running::output_of(asked.args(["-W", "-f=${Version}", "libc6"])).unwrap_or_default();
    let upstream = version.split('-').next().unwrap_or_default();
    let is_version = !upstream.is_empty() && upstream.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if is_version { format!("libc6 (>= {upstream})") } else { "libc6".to_owned() }
}
