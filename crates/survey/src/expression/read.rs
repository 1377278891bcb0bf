//! A filled-in form from its XML, as devices send it: elements, attributes and text, nothing else.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the reader's events all that is not named is passed over")]

use super::instance::{Instance, Place};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The largest form taken, in bytes.
const LARGEST: usize = 4 << 20;

/// A text that is no filled-in form: not XML, too large, too deep, or with declarations of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableInstance;

impl Instance {
    /// # Errors
    /// [`UnreadableInstance`] for everything that is not one plain element with others in it.
    pub fn read(xml: &str) -> Result<Instance, UnreadableInstance> {
        if xml.len() > LARGEST {
            return Err(UnreadableInstance);
        }
        let mut reader = Reader::from_str(xml.strip_prefix('\u{feff}').unwrap_or(xml));
        let mut instance = Instance::default();
        let mut open: Vec<Place> = Vec::new();
        let mut words = String::new();
        loop {
            let event = reader.read_event().map_err(|_| UnreadableInstance)?;
            match &event {
                Event::Text(text) => words.push_str(&text.xml10_content()),
                Event::CData(text) => words.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| UnreadableInstance)? {
                    Some(letter) => words.push(letter),
                    None => {
                        let name = reference.xml10_content();
                        words.push_str(resolve_predefined_entity(&name).ok_or(UnreadableInstance)?);
                    }
                },
                Event::DocType(_) => return Err(UnreadableInstance),
                Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::Eof => {
                    let text = std::mem::take(&mut words);
                    match open.last() {
                        Some(within) if !text.is_empty() => {
                            instance.add_text(*within, &text).ok_or(UnreadableInstance)?;
                        }
                        None if !text.trim().is_empty() => return Err(UnreadableInstance),
                        _ => {}
                    }
                }
                _ => {}
            }
            match event {
                Event::Start(element) => {
                    let place = begin(&mut instance, &element, open.last().copied())?;
                    open.push(place);
                }
                Event::Empty(element) => {
                    begin(&mut instance, &element, open.last().copied())?;
                }
                Event::End(_) => {
                    open.pop().ok_or(UnreadableInstance)?;
                }
                Event::Eof if open.is_empty() && instance.top().is_some() => return Ok(instance),
                Event::Eof => return Err(UnreadableInstance),
                _ => {}
            }
        }
    }
}

fn begin(
    instance: &mut Instance,
    element: &BytesStart<'_>,
    within: Option<Place>,
) -> Result<Place, UnreadableInstance> {
    let name = element.local_name().as_ref().to_owned();
    let place = match within {
        Some(within) => instance.add(within, &name, ""),
        None if instance.top().is_none() => instance.beside("", &name),
        None => None,
    };
    let place = place.ok_or(UnreadableInstance)?;
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| UnreadableInstance)?;
        let name = attribute.key.local_name().as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| UnreadableInstance)?;
        instance.add_attribute(place, &name, &value).ok_or(UnreadableInstance)?;
    }
    Ok(place)
}
