use crate::Words;
use document::{Chart, Column, Figure, chart::BatteryRow};

/// The balance of each row of a battery as a column of its table, for the form of the chart that shows it.
pub fn add(figure: &mut Figure, words: &Words) {
    let Chart::Battery(battery) = &figure.chart else { return };
    let table = &mut figure.table;
    if table.rows.len() != battery.rows.len() {
        return;
    }
    // Before those who cannot judge and the number of answers, which stand last.
    let place = table.columns.len().saturating_sub(2);
    table.columns.insert(place, Column::numbers(words.say("figure-column-balance")));
    for (row, told) in table.rows.iter_mut().zip(battery.rows.iter().map(BatteryRow::told_balance)) {
        row.cells.insert(place.min(row.cells.len()), told.into());
    }
}
