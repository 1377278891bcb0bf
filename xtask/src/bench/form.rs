//! A complete answer to the open study of the demonstration, as a browser would send it.

use anyhow::{Context, Result, ensure};

use super::{Bench, http};

const TOKEN: &str = "primerovo-vtoro";
const SUBMISSION: &str = "glas:submission";

/// The fields of one person of the examples, who answered more than anybody else.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    pub path: String,
    /// Everything but the submission's own key, which comes last.
    pub body: String,
    /// How many questions it answers.
    pub answers: u32,
}

impl Form {
    pub fn read(bench: &Bench<'_>, port: u16) -> Result<Form> {
        let page = http::get(port, &format!("/s/{TOKEN}/all"), "identity")?;
        ensure!(page.status == 200, "/s/{TOKEN}/all answers {}", page.status);
        let csv = std::fs::read_to_string(bench.workspace.path("examples/primerovo/residents.csv"))?;
        let form = Form::of(&csv, page.text()?)?;
        form.send(port, "trial", 0)?;
        Ok(form)
    }

    fn of(csv: &str, page: &str) -> Result<Form> {
        let mut rows = csv.trim_start_matches('\u{feff}').lines().map(cells);
        let head = rows.next().context("the file of answers begins with its columns")?;
        let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
        let person = rows.max_by_key(filled).context("the file of answers has a row")?;
        let mut answers = 0;
        let mut pairs = Vec::new();
        for (name, value) in head.iter().zip(&person) {
            // Columns that describe how an answer came are no questions of the page.
            if value.is_empty() || !page.contains(&format!("name=\"{name}\"")) {
                continue;
            }
            answers += 1;
            let several = page.contains(&format!("type=\"checkbox\" id=\"{name}"))
                || tags(page).any(|tag| tag.contains("type=\"checkbox\"") && tag.contains(&format!("name=\"{name}\"")));
            let values: Vec<&str> = if several { value.split(' ').collect() } else { vec![value] };
            pairs.extend(values.into_iter().map(|value| format!("{}={}", encoded(name), encoded(value))));
        }
        pairs.push(format!("{}=", encoded(SUBMISSION)));
        Ok(Form { path: format!("/s/{TOKEN}/answers"), body: pairs.join("&"), answers })
    }

    /// Sends it under a key of its own and expects a receipt.
    pub fn send(&self, port: u16, whose: &str, number: u32) -> Result<()> {
        let answer = http::post(port, &self.path, &format!("{}{}", self.body, key(whose, number)))?;
        ensure!(is_receipt(&answer), "a complete answer is met with {}: {}", answer.status, complaint(&answer));
        Ok(())
    }

    /// For `wrk`: the same form under ever new keys.
    pub fn script(&self, whose: &str) -> String {
        format!(
            r#"local letters = "abcdefghijklmnopqrstuvwxyz234567"
local sent = 0
local headers = {{ ["Content-Type"] = "application/x-www-form-urlencoded" }}
request = function()
  sent = sent + 1
  local rest, digits = sent, ""
  for _ = 1, 7 do
    digits = digits .. letters:sub(rest % 32 + 1, rest % 32 + 1)
    rest = math.floor(rest / 32)
  end
  return wrk.format("POST", "{}", headers, "{}{}" .. digits .. "a")
end
"#,
            self.path,
            self.body,
            beginning(whose)
        )
    }
}

pub fn is_receipt(answer: &http::Answer) -> bool {
    answer.status == 303 && answer.header("location").is_some_and(|place| place.contains("/receipt/"))
}

/// What a refused form says first about itself.
fn complaint(answer: &http::Answer) -> String {
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    let errors = text.split_once("class=\"error").map_or("", |(_, rest)| rest);
    errors.chars().take(300).collect()
}

/// Keys are 128 bits in base 32, so that the last letter of 26 carries three bits; `a` is always one.
pub fn key(whose: &str, number: u32) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let mut digits = beginning(whose);
    let mut rest = usize::try_from(number).unwrap_or(usize::MAX);
    for _ in 0..7 {
        digits.extend(LETTERS.get(rest % 32).copied().map(char::from));
        rest /= 32;
    }
    digits.push('a');
    digits
}

fn beginning(whose: &str) -> String {
    let plain = whose.chars().filter(|letter| letter.is_ascii_lowercase() || ('2'..='7').contains(letter));
    plain.chain(std::iter::repeat('b')).take(18).collect()
}

fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').filter_map(|piece| piece.split('>').next())
}

/// A line of CSV; quoted cells may hold commas, and a doubled quote is one.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut();
        match (letter, cell) {
            ('"', Some(cell)) if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (_, Some(cell)) => cell.push(letter),
            (_, None) => {}
        }
    }
    cells
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_row_becomes_a_form() {
        let csv = "day,used,forms,why\n2023-05-08,yes,,\n2023-05-09,no,a b,\"далеч, \"\"скъпо\"\"\"\n";
        let page = r#"<input type="radio" name="used" value="no"><input type="checkbox" id="f1" name="forms" value="a">
            <textarea name="why"></textarea>"#;
        let form = Form::of(csv, page).expect("a form");
        assert_eq!(form.answers, 3);
        assert!(form.body.starts_with("used=no&forms=a&forms=b&why=%D0%B4"), "{}", form.body);
        assert!(form.body.ends_with("%2C%20%22%D1%81%D0%BA%D1%8A%D0%BF%D0%BE%22&glas%3Asubmission="));
    }

    #[test]
    fn keys_are_of_the_right_form_and_all_different() {
        let keys: std::collections::BTreeSet<String> = (0..2000).map(|number| key("kill 7", number)).collect();
        assert_eq!(keys.len(), 2000);
        assert!(keys.iter().all(|key| key.len() == 26 && key.starts_with("kill7bbbb") && key.ends_with('a')));
    }
}
