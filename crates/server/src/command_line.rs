//! The command line, in the reader's language.

use app::{Words, open_data::Format};
use base::Language;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};

/// What was asked for, and how to answer.
pub struct Invocation {
    pub words: Words,
    pub matches: ArgMatches,
}

impl Invocation {
    /// # Errors
    /// What clap has to say: a mistake, or the help that was asked for.
    pub fn parse(
        arguments: Vec<String>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Invocation, clap::Error> {
        let words = Words::new(language(&arguments, environment));
        let matches = command(&words).try_get_matches_from(arguments)?;
        Ok(Invocation { words, matches })
    }
}

/// The language must be known before the command line is parsed, because its help is in that language.
fn language(arguments: &[String], environment: impl Fn(&str) -> Option<String>) -> Language {
    let named = arguments.iter().enumerate().find_map(|(index, argument)| match argument.strip_prefix("--language") {
        Some("") => arguments.get(index + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let wanted = named.or_else(|| environment("GLAS_LANGUAGE")).or_else(|| environment("LANG")).unwrap_or_default();
    if wanted.starts_with("en") { Language::English } else { Language::Bulgarian }
}

const ANSWERS: &str = "glas answers check examples/primerovo/residents.xlsx examples/primerovo/residents.csv";

pub fn command(words: &Words) -> Command {
    let file = |name: &'static str, help: &str| Arg::new(name).long(name).value_name("FILE").help(words.say(help));
    let tenant = || Arg::new("tenant").long("tenant").value_name("PATH|HOST").help(words.say("cli-tenant"));
    let example = |text: &str| format!("{}\n  {text}\n\n{}", words.say("cli-example"), words.say("cli-exit-codes"));
    Command::new("glas")
        .about(words.say("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(Arg::new("language").long("language").value_name("bg|en").global(true).help(words.say("cli-language")))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).global(true).help(words.say("cli-json")))
        .subcommand(
            Command::new("demo")
                .about(words.say("cli-demo-about"))
                .after_help(example("glas demo --port 8081"))
                .arg(Arg::new("port").long("port").value_name("PORT").value_parser(clap::value_parser!(u16)).default_value("8080").help(words.say("cli-demo-port")))
                .arg(Arg::new("data").long("data").value_name("FOLDER").default_value("data/demo").help(words.say("cli-demo-data")))
                .arg(Arg::new("today").long("today").value_name("DATE").default_value("2023-07-27").help(words.say("cli-demo-today"))),
        )
        .subcommand(
            Command::new("serve")
                .about(words.say("cli-serve-about"))
                .after_help(example("glas serve --config /etc/glas/glas.toml --create"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(Arg::new("listen").long("listen").value_name("ADDRESS").help(words.say("setting-listen")))
                .arg(Arg::new("create").long("create").action(ArgAction::SetTrue).help(words.say("cli-serve-create"))),
        )
        .subcommand(
            Command::new("load")
                .about(words.say("cli-load-about"))
                .after_help(example("glas load --data /var/lib/glas examples/perushtitsa"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(tenant())
                .arg(Arg::new("from").value_name("FOLDER").required(true).help(words.say("cli-load-from"))),
        )
        .subcommand(
            Command::new("report")
                .about(words.say("cli-report-about"))
                .after_help(example(
                    "glas report --questionnaire examples/primerovo/residents.xlsx --answers examples/primerovo/residents.csv \\\n    --audience officials=examples/primerovo/officials.xlsx,examples/primerovo/officials.csv -o report.pdf",
                ))
                .arg(file("questionnaire", "cli-report-questionnaire").required(true))
                .arg(file("answers", "cli-report-answers").required(true))
                .arg(Arg::new("audience").long("audience").value_name("NAME=QUESTIONNAIRE,ANSWERS").action(ArgAction::Append).help(words.say("cli-report-audience")))
                .arg(Arg::new("name").long("name").value_name("NAME").help(words.say("cli-report-name")))
                .arg(Arg::new("title").long("title").value_name("TEXT").help(words.say("cli-report-title")))
                .arg(
                    Arg::new("collection")
                        .long("collection")
                        .value_name("[NAME=]CLASS")
                        .action(ArgAction::Append)
                        .help(words.say("cli-report-collection")),
                )
                .arg(
                    Arg::new("population")
                        .long("population")
                        .value_name("[NAME=]NUMBER")
                        .action(ArgAction::Append)
                        .help(words.say("cli-report-population")),
                )
                .arg(Arg::new("date").long("date").value_name("DATE").help(words.say("cli-report-date")))
                .arg(Arg::new("demonstration").long("demonstration").value_name("TEXT").help(words.say("cli-report-demonstration")))
                .arg(
                    Arg::new("source").long("source").value_name("FOLDER").help(words.say("cli-report-source")),
                )
                .arg(file("output", "cli-report-output").short('o').required(true)),
        )
        .subcommand(export(words, &example))
        .subcommand(
            Command::new("questionnaire")
                .about(words.say("cli-questionnaire-about"))
                .subcommand_required(true)
                .arg_required_else_help(true)
                .after_help(example("glas questionnaire check examples/primerovo/residents.xlsx"))
                .subcommand(
                    Command::new("check")
                        .about(words.say("cli-questionnaire-check-about"))
                        .after_help(example("glas questionnaire check --json examples/primerovo/residents.xlsx"))
                        .arg(
                            Arg::new("strict")
                                .long("strict")
                                .action(ArgAction::SetTrue)
                                .help(words.say("cli-questionnaire-check-strict")),
                        )
                        .arg(Arg::new("file").value_name("FILE").required(true).help(words.say("cli-questionnaire-file"))),
                )
                .subcommand(
                    Command::new("convert")
                        .about(words.say("cli-questionnaire-convert-about"))
                        .after_help(example("glas questionnaire convert survey.lss questionnaire.xlsx"))
                        .arg(Arg::new("from").value_name("IN").required(true).help(words.say("cli-questionnaire-file")))
                        .arg(Arg::new("to").value_name("OUT").required(true).help(words.say("cli-questionnaire-convert-to"))),
                )
                .subcommand(
                    Command::new("print")
                        .about(words.say("cli-questionnaire-print-about"))
                        .after_help(example("glas questionnaire print examples/primerovo/residents.xlsx --copies 50 --seed 2023 -o sheets.pdf"))
                        .arg(Arg::new("copies").long("copies").value_name("N").help(words.say("cli-questionnaire-print-copies")))
                        .arg(Arg::new("seed").long("seed").value_name("TEXT").requires("copies").help(words.say("cli-questionnaire-print-seed")))
                        .arg(Arg::new("large").long("large").action(ArgAction::SetTrue).help(words.say("cli-questionnaire-print-large")))
                        .arg(Arg::new("date").long("date").value_name("DATE").help(words.say("cli-report-date")))
                        .arg(Arg::new("demonstration").long("demonstration").value_name("TEXT").help(words.say("cli-report-demonstration")))
                        .arg(file("output", "cli-questionnaire-print-output").short('o').required(true))
                        .arg(Arg::new("file").value_name("FILE").required(true).help(words.say("cli-questionnaire-file"))),
                ),
        )
        .subcommand(
            Command::new("answers")
                .about(words.say("cli-answers-about"))
                .subcommand_required(true)
                .arg_required_else_help(true)
                .after_help(example(ANSWERS))
                .subcommand(
                    Command::new("check")
                        .about(words.say("cli-answers-check-about"))
                        .after_help(example(ANSWERS))
                        .arg(Arg::new("date").long("date").value_name("DATE").help(words.say("cli-answers-date")))
                        .arg(Arg::new("questionnaire").value_name("QUESTIONNAIRE").required(true).help(words.say("cli-questionnaire-file")))
                        .arg(Arg::new("answers").value_name("ANSWERS").required(true).help(words.say("cli-report-answers"))),
                ),
        )
        .subcommand(
            Command::new("backup")
                .about(words.say("cli-backup-about"))
                .after_help(example("glas backup --data data -o glas-2023-07-27.tar"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(file("output", "cli-backup-output").short('o').required(true)),
        )
        .subcommand(
            Command::new("restore")
                .about(words.say("cli-restore-about"))
                .after_help(example("glas restore --data new-data glas-2023-07-27.tar"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(Arg::new("verify").long("verify").action(ArgAction::SetTrue).help(words.say("cli-restore-verify")))
                .arg(Arg::new("from").value_name("FILE").required(true).help(words.say("cli-restore-from"))),
        )
        .subcommand(
            Command::new("upgrade")
                .about(words.say("cli-upgrade-about"))
                .after_help(example("glas upgrade --data /var/lib/glas --apply"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(Arg::new("apply").long("apply").action(ArgAction::SetTrue).help(words.say("cli-upgrade-apply")))
                .arg(
                    Arg::new("rollback")
                        .long("rollback")
                        .action(ArgAction::SetTrue)
                        .conflicts_with("apply")
                        .help(words.say("cli-upgrade-rollback")),
                )
                .arg(file("copy", "cli-upgrade-copy")),
        )
        .subcommand(
            Command::new("verify")
                .about(words.say("cli-verify-about"))
                .after_help(example("glas verify --data /var/lib/glas --heads heads-2023-07-27.json"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(file("backup", "cli-verify-backup").conflicts_with("data"))
                .arg(file("heads", "cli-verify-heads"))
                .arg(Arg::new("key").long("key").value_name("KEY").help(words.say("cli-verify-key"))),
        )
        .subcommand(
            Command::new("setup-link")
                .about(words.say("cli-setup-about"))
                .after_help(example("glas setup-link --data data researcher"))
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .arg(tenant())
                .arg(
                    Arg::new("without-second-factor")
                        .long("without-second-factor")
                        .action(ArgAction::SetTrue)
                        .help(words.say("cli-setup-without-second-factor")),
                )
                .arg(Arg::new("name").value_name("NAME").required(true).help(words.say("cli-setup-name"))),
        )
        .subcommand(
            Command::new("tenant")
                .about(words.say("cli-tenant-about"))
                .subcommand_required(true)
                .arg_required_else_help(true)
                .after_help(example("glas tenant list"))
                .subcommand(
                    Command::new("add")
                        .about(words.say("cli-tenant-add-about"))
                        .after_help(example("glas tenant add --name \"Община Примерово\" --path primerovo"))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                        .arg(Arg::new("name").long("name").value_name("TEXT").required(true).help(words.say("cli-tenant-name")))
                        .arg(Arg::new("name-en").long("name-en").value_name("TEXT").help(words.say("cli-tenant-name-en")))
                        .arg(Arg::new("path").long("path").value_name("WORD").help(words.say("cli-tenant-path")))
                        .arg(Arg::new("host").long("host").value_name("HOST").help(words.say("cli-tenant-host")))
                        .group(ArgGroup::new("place").args(["path", "host"]).required(true)),
                )
                .subcommand(
                    Command::new("list")
                        .about(words.say("cli-tenant-list-about"))
                        .after_help(example("glas tenant list --json"))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data"))),
                ),
        )
        .subcommand(
            Command::new("openid")
                .about(words.say("cli-openid-about"))
                .subcommand_required(true)
                .arg_required_else_help(true)
                .after_help(example("glas openid show"))
                .subcommand(
                    Command::new("set")
                        .about(words.say("cli-openid-set-about"))
                        .after_help(example(
                            "glas openid set --issuer https://login.example.bg --client-id glas \\
    --secret-file /etc/glas/openid-secret --party \"Община Примерово\"",
                        ))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                        .arg(tenant())
                        .arg(Arg::new("issuer").long("issuer").value_name("ADDRESS").required(true).help(words.say("cli-openid-issuer")))
                        .arg(Arg::new("client-id").long("client-id").value_name("NAME").required(true).help(words.say("cli-openid-client")))
                        .arg(file("secret-file", "cli-openid-secret-file"))
                        .arg(Arg::new("secret-variable").long("secret-variable").value_name("NAME").help(words.say("cli-openid-secret-variable")).conflicts_with("secret-file"))
                        .arg(Arg::new("party").long("party").value_name("NAME").required(true).help(words.say("cli-openid-party"))),
                )
                .subcommand(
                    Command::new("show")
                        .about(words.say("cli-openid-show-about"))
                        .after_help(example("glas openid show --json"))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                        .arg(tenant()),
                )
                .subcommand(
                    Command::new("remove")
                        .about(words.say("cli-openid-remove-about"))
                        .after_help(example("glas openid remove --tenant primerovo"))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                        .arg(tenant()),
                ),
        )
        .subcommand(
            Command::new("doctor")
                .about(words.say("cli-doctor-about"))
                .after_help(example("glas doctor --config /etc/glas/glas.toml"))
                .disable_help_subcommand(true)
                .args_conflicts_with_subcommands(true)
                .arg(file("config", "cli-config"))
                .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                .subcommand(
                    Command::new("mail")
                        .about(words.say("cli-doctor-mail-about"))
                        .after_help(example("glas doctor mail --config /etc/glas.toml --to maria@example.bg"))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("to").long("to").value_name("ADDRESS").help(words.say("cli-doctor-mail-to"))),
                ),
        )
        .subcommand(
            Command::new("mail")
                .about(words.say("cli-mail-about"))
                .subcommand_required(true)
                .arg_required_else_help(true)
                .after_help(example("glas mail bounce --config /etc/glas/glas.toml < message"))
                .subcommand(
                    Command::new("bounce")
                        .about(words.say("cli-mail-bounce-about"))
                        .after_help(example("glas mail bounce --config /etc/glas/glas.toml < message"))
                        .arg(file("config", "cli-config"))
                        .arg(Arg::new("data").long("data").value_name("FOLDER").help(words.say("setting-data")))
                        .arg(Arg::new("recipient").long("recipient").value_name("ADDRESS").help(words.say("cli-mail-bounce-recipient"))),
                ),
        )
        .subcommand(
            Command::new("settings").about(words.say("cli-settings-about")).after_help(example("glas settings")),
        )
}

fn export(words: &Words, example: &impl Fn(&str) -> String) -> Command {
    let given = |name: &'static str, value: &'static str, help: &str| {
        Arg::new(name).long(name).value_name(value).help(words.say(help))
    };
    let formats = clap::builder::PossibleValuesParser::new(Format::ALL.map(Format::code));
    Command::new("export")
        .about(words.say("cli-export-about"))
        .after_help(example(
            "glas export uslugi --data /var/lib/glas --format sav -o uslugi.sav\n  glas export --questionnaire examples/primerovo/residents.xlsx --answers examples/primerovo/residents.csv \\\n    --format frictionless -o residents.zip",
        ))
        .arg(Arg::new("study").value_name("STUDY").conflicts_with_all(["questionnaire", "answers"]).help(words.say("cli-export-study")))
        .arg(given("questionnaire", "FILE", "cli-report-questionnaire").requires("answers"))
        .arg(given("answers", "FILE", "cli-report-answers").requires("questionnaire"))
        .group(ArgGroup::new("source").args(["study", "questionnaire"]).required(true))
        .arg(given("format", "FORMAT", "cli-export-format").value_parser(formats).required(true))
        .arg(given("audience", "CODE", "cli-export-audience").requires("study"))
        .arg(Arg::new("labels").long("labels").action(ArgAction::SetTrue).help(words.say("cli-export-labels")))
        .arg(given("title", "TEXT", "cli-report-title").conflicts_with("study"))
        .arg(given("name", "NAME", "cli-report-name").conflicts_with("study"))
        .arg(given("collection", "CLASS", "cli-export-collection").conflicts_with("study"))
        .arg(given("population", "NUMBER", "cli-export-population").conflicts_with("study"))
        .arg(given("date", "DATE", "cli-export-date"))
        .arg(given("demonstration", "TEXT", "cli-report-demonstration").conflicts_with("study"))
        .arg(given("config", "FILE", "cli-config").conflicts_with("questionnaire"))
        .arg(given("data", "FOLDER", "setting-data").conflicts_with("questionnaire"))
        .arg(given("tenant", "PATH|HOST", "cli-tenant").conflicts_with("questionnaire"))
        .arg(given("output", "PATH", "cli-export-output").short('o').required(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for language in Language::ALL {
            let mut command = command(&Words::new(language));
            command.clone().debug_assert();
            let help = command.render_long_help().to_string();
            assert!(!help.contains('⟦'), "{help}");
            for sub in command.get_subcommands_mut() {
                let help = sub.render_long_help().to_string();
                assert!(!help.contains('⟦'), "{help}");
                assert!(help.contains("glas "), "{} has no example", sub.get_name());
            }
        }
    }

    #[test]
    fn the_language_comes_from_the_command_line_then_the_environment() {
        let check = |arguments: &[&str], variable: Option<&str>, expected: Language| {
            let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
            let found = language(&arguments, |name| variable.filter(|_| name == "LANG").map(str::to_owned));
            assert_eq!(found, expected, "{arguments:?} {variable:?}");
        };
        check(&["glas"], None, Language::Bulgarian);
        check(&["glas"], Some("C.UTF-8"), Language::Bulgarian);
        check(&["glas"], Some("en_GB.UTF-8"), Language::English);
        check(&["glas", "--language", "bg"], Some("en_GB.UTF-8"), Language::Bulgarian);
        check(&["glas", "--language=en"], None, Language::English);
    }
}
