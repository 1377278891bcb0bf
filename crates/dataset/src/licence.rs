/// What others may do with the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Licence {
    /// Everything, as long as the source is named.
    #[default]
    Attribution,
    /// Everything, without conditions.
    PublicDomain,
}

impl Licence {
    pub const ALL: [Licence; 2] = [Licence::Attribution, Licence::PublicDomain];

    /// As SPDX names it.
    pub fn code(self) -> &'static str {
        match self {
            Licence::Attribution => "CC-BY-4.0",
            Licence::PublicDomain => "CC0-1.0",
        }
    }

    pub fn from_code(code: &str) -> Option<Licence> {
        Licence::ALL.into_iter().find(|licence| licence.code() == code)
    }

    pub fn name(self) -> &'static str {
        match self {
            Licence::Attribution => "Creative Commons Attribution 4.0 International",
            Licence::PublicDomain => "Creative Commons Zero 1.0 Universal",
        }
    }

    pub fn address(self) -> &'static str {
        match self {
            Licence::Attribution => "https://creativecommons.org/licenses/by/4.0/",
            Licence::PublicDomain => "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    }

    /// In the vocabulary of the Publications Office of the European Union, which DCAT-AP wants.
    pub fn authority(self) -> &'static str {
        match self {
            Licence::Attribution => "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0",
            Licence::PublicDomain => "http://publications.europa.eu/resource/authority/licence/CC0",
        }
    }
}
