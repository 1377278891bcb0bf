//! Starting other programs.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// A command without standard input and without what `cargo run` told this program about itself: a nested cargo
/// must not take `CARGO_PKG_NAME=xtask` for a change of its own surroundings.
#[expect(clippy::disallowed_methods, reason = "starting other programs is what this is for")]
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_BIN_") {
            command.env_remove(&name);
        }
    }
    command
}

/// The same cargo that started this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs with the output going where ours goes; true when it ended well.
pub fn succeeds(command: &mut Command) -> Result<bool> {
    let status = command.status().with_context(|| describe(command))?;
    if status.code().is_none() {
        // It had no chance to say so itself.
        crate::terminal::say(&format!("{} was ended from outside: {status}", describe(command)));
    }
    Ok(status.success())
}

/// What a command printed, when it ended well.
pub fn output_of(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::piped()).output().with_context(|| describe(command))?;
    if !output.status.success() {
        bail!("{} {}:\n{}", describe(command), output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).with_context(|| describe(command))
}

/// Hands over each line, of both outputs in the order they were written, as soon as it is there.
pub fn each_line(command: &mut Command, hear: impl FnMut(&str)) -> Result<ExitStatus> {
    let (reader, writer) = std::io::pipe()?;
    let mut child = {
        command.stdout(writer.try_clone()?).stderr(writer);
        command.spawn().with_context(|| describe(command))?
    };
    // The command still holds the writing ends; as long as it does, the reader would wait for ever.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    hear_lines(reader, hear)?;
    Ok(child.wait()?)
}

/// Hands over each line of the standard output; what goes to standard error is shown as it comes.
pub fn each_line_of_stdout(command: &mut Command, hear: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| describe(command))?;
    if let Some(reader) = child.stdout.take() {
        hear_lines(reader, hear)?;
    }
    Ok(child.wait()?)
}

fn hear_lines(reader: impl Read, mut hear: impl FnMut(&str)) -> Result<()> {
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        hear(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']));
        line.clear();
    }
    Ok(())
}

/// Where a program is, looked for as a shell would.
pub fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

pub fn is_root() -> bool {
    output_of(&mut command_named("id", &["-u"])).is_ok_and(|id| id.trim() == "0")
}

pub fn command_named(program: &str, arguments: &[&str]) -> Command {
    let mut named = command(program);
    named.args(arguments);
    named
}

pub fn describe(command: &Command) -> String {
    let mut words = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        words.push(' ');
        words.push_str(&argument.to_string_lossy());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_outputs_are_heard_line_by_line_in_order() {
        let mut heard = Vec::new();
        let script = "echo one; echo two >&2; printf 'три\\r\\nno end'; exit 3";
        let status = each_line(&mut command_named("sh", &["-c", script]), |line| heard.push(line.to_owned()));
        assert_eq!(heard, ["one", "two", "три", "no end"]);
        assert_eq!(status.ok().and_then(|status| status.code()), Some(3));
    }

    #[test]
    fn a_command_that_fails_says_what_it_wrote() {
        let fault = output_of(&mut command_named("sh", &["-c", "echo broken >&2; exit 1"])).map_err(|f| f.to_string());
        assert!(fault.is_err_and(|words| words.contains("broken")));
    }

    #[test]
    fn programs_are_found_on_the_path_or_not_at_all() {
        assert!(found("sh").is_some());
        assert!(found("no-such-program-anywhere").is_none());
    }
}
