use super::*;
use crate::playground::Playground;

/// The program as it was built last, or this test where none was.
fn binary(workspace: &Workspace) -> PathBuf {
    let built = workspace.path("target/debug/glas");
    if built.is_file() { built } else { std::env::current_exe().unwrap() }
}

#[test]
fn the_package_holds_the_program_and_leaves_data_alone() {
    let workspace = Workspace::here().unwrap();
    let folder = Playground::open("package").unwrap();
    let (version, architecture) = (version(&workspace).unwrap(), architecture());
    // A debug build has hundreds of megabytes; what matters here is where it goes.
    let small = folder.path().join("program");
    let bytes = fs::read(binary(&workspace)).unwrap();
    fs::write(&small, bytes.get(..1 << 20).unwrap_or(&bytes)).unwrap();
    let package = Package { workspace: &workspace, binary: small, version: version.clone(), architecture };
    let staged = package.stage(folder.path()).unwrap();
    let unit = fs::read_to_string(staged.join("usr/lib/systemd/system/glas.service")).unwrap();
    assert!(unit.starts_with("[Unit]") && unit.contains("ExecStart=/usr/bin/glas serve"), "{unit}");
    let settings = fs::read_to_string(staged.join("etc/glas/glas.toml")).unwrap();
    let table: toml::Table = settings.parse().unwrap();
    assert_eq!(table["data"].as_str(), Some("/var/lib/glas"));
    let uncommented: String = settings
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line))
        .map(|line| format!("{line}\n"))
        .collect();
    let known = fs::read_to_string(workspace.path("docs/generated/settings.md")).unwrap();
    for name in uncommented.parse::<toml::Table>().unwrap().keys() {
        assert!(known.contains(&format!("| `{name}` |")), "{name} is no setting");
    }
    for script in ["postinst", "prerm", "postrm"] {
        let text = fs::read_to_string(staged.join("DEBIAN").join(script)).unwrap();
        assert!(text.starts_with("#!/bin/sh\nset -e\n"), "{script}");
        assert!(
            !text.contains("rm -r") && !text.contains("rm -f") && !text.contains("userdel"),
            "{script} removes something"
        );
        assert!(running::succeeds(running::command("sh").arg("-n").arg(staged.join("DEBIAN").join(script))).unwrap());
    }
    if running::found("dpkg-deb").is_none() {
        eprintln!("\n!!! dpkg-deb is not here: the archive was NOT looked at !!!\n");
        return;
    }
    let built = package.build(&staged, folder.path()).unwrap();
    let inspect = |what: &str| running::output_of(running::command("dpkg-deb").arg(what).arg(&built)).unwrap();
    let contents = inspect("--contents");
    for (mode, path) in [
        ("-rwxr-xr-x root/root", "./usr/bin/glas"),
        ("-rw-r--r-- root/root", "./usr/lib/systemd/system/glas.service"),
        ("-rw-r--r-- root/root", "./usr/lib/sysusers.d/glas.conf"),
        ("-rw-r----- root/root", "./etc/glas/glas.toml"),
        ("-rw-r--r-- root/root", "./usr/share/man/man1/glas.1"),
        ("-rw-r--r-- root/root", "./usr/share/doc/glas/OPERATING.md"),
    ] {
        let line = contents.lines().find(|line| line.ends_with(path)).unwrap_or_else(|| panic!("{path}: {contents}"));
        assert!(line.starts_with(mode), "{line}");
    }
    assert!(!contents.contains("/var/"), "data are not the package's: {contents}");
    let info = inspect("--info");
    for line in [format!(" Version: {version}"), " Package: glas".to_owned(), " Depends: libc6".to_owned()] {
        assert!(info.contains(&line), "{line}: {info}");
    }
    assert!(info.contains("conffiles") && info.contains("postrm"), "{info}");

    let first = fs::read(&built).unwrap();
    let again = Playground::open("package").unwrap();
    let staged = package.stage(again.path()).unwrap();
    let rebuilt = fs::read(package.build(&staged, again.path()).unwrap()).unwrap();
    assert!(first == rebuilt, "the same source gives the same bytes");
}
