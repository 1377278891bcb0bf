//! Documents as pages and pictures: what every block becomes, and what hostile text cannot become.

mod address;
mod contrast;
mod html;
mod layout;
mod markdown;
mod sample;
mod svg;
