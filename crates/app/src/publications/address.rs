//! The end of an address from a Bulgarian title.

use outreach::Slug;

const LONGEST: usize = 60;

/// Small Latin letters by the Bulgarian law on transliteration (2009), words parted by hyphens, whole words up to sixty
/// letters. `None` where the title has no letter that can be written so.
pub fn suggested_address(title: &str) -> Option<Slug> {
    let mut address = String::new();
    for word in title.to_lowercase().split(|letter: char| !letter.is_alphanumeric()) {
        let latin = transliterated(word);
        if latin.is_empty() {
            continue;
        }
        if !address.is_empty() && address.len() + latin.len() + 1 > LONGEST {
            break;
        }
        if !address.is_empty() {
            address.push('-');
        }
        address.extend(latin.chars().take(LONGEST));
    }
    Slug::parse(&address).ok()
}

fn transliterated(word: &str) -> String {
    // A word that ends in „ия“ ends in "ia".
    let (stem, ending) = match word.strip_suffix("ия") {
        Some(stem) => (stem, "ia"),
        None => (word, ""),
    };
    let mut latin: String = stem.chars().map(letter).collect();
    latin.push_str(ending);
    latin
}

fn letter(letter: char) -> &'static str {
    match letter {
        'а' | 'ъ' | 'a' => "a",
        'б' | 'b' => "b",
        'в' | 'v' => "v",
        'г' | 'g' => "g",
        'д' | 'd' => "d",
        'е' | 'e' | 'э' | 'ё' => "e",
        'ж' => "zh",
        'з' | 'z' => "z",
        'и' | 'i' | 'ѝ' => "i",
        'й' | 'ь' | 'y' | 'ы' => "y",
        'к' | 'k' => "k",
        'л' | 'l' => "l",
        'м' | 'm' => "m",
        'н' | 'n' => "n",
        'о' | 'o' => "o",
        'п' | 'p' => "p",
        'р' | 'r' => "r",
        'с' | 's' => "s",
        'т' | 't' => "t",
        'у' | 'u' => "u",
        'ф' | 'f' => "f",
        'х' | 'h' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ю' => "yu",
        'я' => "ya",
        'c' => "c",
        'j' => "j",
        'q' => "q",
        'w' => "w",
        'x' => "x",
        '0' => "0",
        '1' => "1",
        '2' => "2",
        '3' => "3",
        '4' => "4",
        '5' => "5",
        '6' => "6",
        '7' => "7",
        '8' => "8",
        '9' => "9",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::suggested_address;

    #[test]
    fn titles_become_addresses() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(suggested_address(title).as_ref().map(|slug| slug.as_str()), expected, "{title}");
        };
        check("Доклад от проучването", Some("doklad-ot-prouchvaneto"));
        check("Кампания „Щъркел“ 2023 г.", Some("kampania-shtarkel-2023-g"));
        check("Методика за обратна връзка", Some("metodika-za-obratna-vrazka"));
        check("София, улица", Some("sofia-ulitsa"));
        check("  —  ", None);
        check("漢字", None);
        check(
            "Много дълго заглавие, което продължава и след края на разумното за един адрес",
            Some("mnogo-dalgo-zaglavie-koeto-prodalzhava-i-sled-kraya-na"),
        );
    }
}
