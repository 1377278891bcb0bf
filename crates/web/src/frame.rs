use crate::{Settings, assets, public::postcard::PagePostcard};
use app::Words;
use base::{Language, LanguageTag, Text};
use outreach::{Funding, Nature, Project};
use std::{fmt, sync::Arc};

/// Everything around the content of a page: head, banner, navigation, the other language, foot.
#[derive(Debug, Clone)]
pub struct Frame {
    pub words: Words,
    /// As in the browser's tab.
    pub title: String,
    /// For previews; plain words.
    pub description: Option<String>,
    /// Without the prefix of the language.
    pub path: String,
    pub place: Option<Place>,
    pub banner: Option<String>,
    pub tabs: Vec<Tab>,
    pub signs: Option<Signs>,
    /// Goes before the title wherever the page is shown without its banner: „Демонстрационни данни“.
    pub mark: Option<String>,
    /// Not for search engines: the demonstration, the desk, refusals.
    pub is_hidden: bool,
    /// Somebody may be signed in, so the way to the desk is shown.
    pub at_desk: bool,
    /// The address of an Atom feed of this page, with the language prefix.
    pub feed: Option<String>,
    /// The address of the same as data, with the language prefix.
    pub data: Option<String>,
    /// The picture that goes with a link to this page.
    pub postcard: Option<PostcardShown>,
    /// What the page is about, as data that may stand inside a `script` element.
    pub linked: Option<String>,
    settings: Arc<Settings>,
}

/// The small name beside the mark: a municipality.
#[derive(Debug, Clone)]
pub struct Place {
    pub name: Said,
    pub address: String,
}

#[derive(Debug, Clone)]
pub struct Tab {
    pub words: String,
    pub address: String,
    pub is_current: bool,
}

/// A postcard as others reach it, and the same in words.
#[derive(Debug, Clone)]
pub struct PostcardShown {
    pub address: String,
    pub alternative: String,
}

/// The signs of the one who pays, and the words that go with them.
#[derive(Debug, Clone)]
pub struct Signs {
    pub european_union: bool,
    pub names: Vec<Said>,
    pub disclaimer: Said,
}

/// Words with the language that they are really in, so that a page can mark what is not translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    words: String,
    foreign: Option<LanguageTag>,
}

impl Frame {
    pub fn new(words: Words, settings: &Arc<Settings>, path: &str, title: impl Into<String>) -> Frame {
        let banner = settings.demonstration_day.map(|day| words.tell("banner-day", &[("day", words.date(day).into())]));
        Frame {
            words,
            title: title.into(),
            description: None,
            path: path.to_owned(),
            place: None,
            banner,
            tabs: Vec::new(),
            signs: None,
            mark: None,
            is_hidden: false,
            at_desk: false,
            feed: None,
            data: None,
            postcard: None,
            linked: None,
            settings: settings.clone(),
        }
    }

    /// A page under `project`: its place, banner, signs, and the tabs of what there is to see.
    pub fn of_project(mut self, project: &Project, current: &str) -> Frame {
        let home = format!("/projects/{}", project.slug);
        self.place = Some(Place { name: self.said(&project.place), address: self.to(&home) });
        self.signs = project.funding.as_ref().map(|funding| Signs::of(funding, self.words.language()));
        self.feed = Some(self.to(&format!("{home}/feed.atom")));
        if project.nature == Nature::Demonstration {
            self.is_hidden = true;
            self.mark = Some(self.words.say("demonstration-data"));
            let party = project.party_with(outreach::Part::Partner).map_or(&project.place, |party| &party.name);
            let party = party.say(self.words.language()).to_owned();
            self.banner = Some(match self.settings.demonstration_day {
                Some(day) => self
                    .words
                    .tell("banner-demonstration-day", &[("who", party.into()), ("day", self.words.date(day).into())]),
                None => self.words.tell("banner-demonstration", &[("who", party.into())]),
            });
        }
        for (key, anchor) in [("tab-project", ""), ("tab-documents", "#documents")] {
            let words = self.words.say(key);
            let address = format!("{}{anchor}", self.to(&home));
            self.tabs.push(Tab { words, address, is_current: key == current });
        }
        if current == "tab-studies" { self.with_studies(project, true) } else { self }
    }

    /// Adds the way to the studies, for a project that has some.
    pub fn with_studies(mut self, project: &Project, is_current: bool) -> Frame {
        let address = self.to(&format!("/projects/{}#studies", project.slug));
        self.tabs.insert(self.tabs.len().min(1), Tab { words: self.words.say("tab-studies"), address, is_current });
        self
    }

    pub fn described(mut self, description: impl Into<String>) -> Frame {
        self.description = Some(description.into());
        self
    }

    /// With the picture for links to the page.
    pub fn with_postcard(mut self, postcard: PagePostcard) -> Frame {
        let address = self.outside(&postcard.path);
        self.postcard = Some(PostcardShown { address, alternative: postcard.picture.alternative() });
        self
    }

    /// Keeps the page out of search engines.
    pub fn hidden(mut self) -> Frame {
        self.is_hidden = true;
        self
    }

    /// The sentence under `key`, for templates.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The sentence under `key` with one value, for templates.
    pub fn tell(&self, key: &str, name: &str, value: impl Into<base::Argument>) -> String {
        self.words.tell(key, &[(name, value.into())])
    }

    pub fn said(&self, text: &Text) -> Said {
        Said::of(text, self.words.language())
    }

    pub fn tag(&self) -> &'static str {
        self.words.language().tag()
    }

    pub fn other_tag(&self) -> &'static str {
        self.words.language().other().tag()
    }

    /// `path` in the language of the page.
    pub fn to(&self, path: &str) -> String {
        self.settings.place(self.words.language(), path)
    }

    /// This page in the other language; the front page where a browser would read the path as another host.
    pub fn other_address(&self) -> String {
        if self.path.starts_with("//") || self.path.contains('\\') {
            return self.settings.place(self.words.language().other(), "/");
        }
        self.settings.place(self.words.language().other(), &self.path)
    }

    /// The title for previews elsewhere.
    pub fn preview_title(&self) -> String {
        match &self.mark {
            Some(mark) => format!("{mark} · {}", self.title),
            None => self.title.clone(),
        }
    }

    pub fn canonical(&self) -> String {
        self.outside(&self.path)
    }

    /// `path` in the language of the page, as others would write it.
    pub fn outside(&self, path: &str) -> String {
        self.settings.public_place(self.words.language(), path)
    }

    /// `path` of something that is the same in every language, as others would write it.
    pub fn outside_any_language(&self, path: &str) -> String {
        format!("{}{path}", self.settings.address)
    }

    /// This page in `tag`'s language, as others would write it.
    pub fn alternate(&self, tag: &str) -> String {
        let language = tag.parse().unwrap_or_default();
        self.settings.public_place(language, &self.path)
    }

    pub fn style(&self) -> String {
        self.asset(assets::style())
    }

    pub fn script(&self) -> String {
        self.asset(assets::script())
    }

    pub fn passkey_script(&self) -> String {
        self.asset(assets::passkey_script())
    }

    pub fn answering_script(&self) -> String {
        self.asset(assets::answering_script())
    }

    pub fn riddle_script(&self) -> String {
        self.asset(assets::riddle_script())
    }

    pub fn builder_script(&self) -> String {
        self.asset(assets::builder_script())
    }

    pub fn first_font(&self) -> String {
        self.asset(assets::first_font())
    }

    pub fn icon(&self) -> String {
        self.asset("/favicon.ico")
    }

    fn asset(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base())
    }

    /// A frame for samples of pages.
    pub fn sample(language: Language, path: &str, title: &str) -> Frame {
        Frame::new(Words::new(language), &Arc::new(Settings::sample()), path, title)
    }
}

impl Signs {
    pub fn of(funding: &Funding, language: Language) -> Signs {
        Signs {
            european_union: funding.european_union,
            names: funding.signs.iter().map(|sign| Said::of(sign, language)).collect(),
            disclaimer: Said::of(&funding.disclaimer, language),
        }
    }
}

impl Said {
    pub fn of(text: &Text, language: Language) -> Said {
        Said::told(text, language.into(), language)
    }

    /// The words in `wanted`, which may be another language than that of the page.
    pub fn told(text: &Text, wanted: LanguageTag, page: Language) -> Said {
        let spoken = text.spoken(wanted);
        Said { words: text.say(wanted).to_owned(), foreign: (spoken != page.into()).then_some(spoken) }
    }

    /// The same words made anew, in the same language.
    #[must_use]
    pub fn map(self, make: impl FnOnce(&str) -> String) -> Said {
        Said { words: make(&self.words), foreign: self.foreign }
    }

    /// Words in the language of the page.
    pub fn here(words: impl Into<String>) -> Said {
        Said { words: words.into(), foreign: None }
    }

    /// ` lang="bg"` where it differs from the page; safe to write into a tag.
    pub fn mark(&self) -> String {
        self.foreign.map(|language| format!(" lang=\"{language}\"")).unwrap_or_default()
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}
