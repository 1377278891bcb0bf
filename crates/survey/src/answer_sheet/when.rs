use jiff::civil::Date;

/// What comes first in the days of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Year,
    Day,
    Month,
}

/// The order in which all of them are days. Where `7/8/2023` leaves it open, it is as people write who write such headers:
/// in English the month comes first.
pub(super) fn order(header: &str, values: &[&str]) -> Option<Order> {
    let all = |order: Order| !values.is_empty() && values.iter().all(|value| read(value, order).is_some());
    let has_slashes = values.iter().any(|value| value.contains('/'));
    let month_first = has_slashes && header.is_ascii();
    let orders =
        if month_first { [Order::Year, Order::Month, Order::Day] } else { [Order::Year, Order::Day, Order::Month] };
    orders.into_iter().find(|order| all(*order))
}

/// The day of `2023/07/20 10:11:12 AM GMT+3`, `20.7.2023 г.`, `7/20/23`; the time is passed over.
pub(super) fn read(text: &str, order: Order) -> Option<Date> {
    let day = text.trim().split([' ', 'T', ',']).next()?.trim_end_matches('.');
    let parts: Option<Vec<i16>> = day.split(['/', '.', '-']).map(|part| part.parse().ok()).collect();
    let parts = parts?;
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match order {
        Order::Year => (*first, *second, *third),
        Order::Day => (*third, *second, *first),
        Order::Month => (*third, *first, *second),
    };
    let year = match (order, year) {
        (Order::Year, ..1000) | (_, 100..1000 | ..0) => return None,
        (_, 0..100) => year + 2000,
        (_, year) => year,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
