use crate::{exit::Exit, output::Output, settings};
use app::Words;

pub fn run(words: &Words, output: Output) -> Result<(), Exit> {
    output.tell(&settings::documentation(words));
    let all: Vec<serde_json::Value> = settings::ALL
        .iter()
        .map(|setting| {
            serde_json::json!({
                "name": setting.name, "variable": setting.variable(), "default": setting.default,
                "meaning": words.say(&format!("setting-{}", setting.name)),
            })
        })
        .collect();
    output.summary(&serde_json::json!({"settings": all}));
    Ok(())
}
