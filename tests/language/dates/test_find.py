import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.dates import dateline, find_dates, interval, resolve, timex_value
from treatywatch.language.dates.rules import FIGURE, by_opening, compiled, may_begin, rule_file

_DATED = [
    "June",
    "May",
    "Wednesday",
    "19",
    "2024",
    "1961",
    "19th",
    "28/04/2020",
    "two",
    "weeks",
    "day",
    "month",
    "year",
]
_SMALL = ["the", "of", "in", "on", "last", "next", "ago", "later", "after", "early", "same", "and", "to", "Treaty"]
WORDS = st.sampled_from([*_DATED, *_SMALL, ",", ".", "-", "–", "'s", "\n", "“", "½", "İ"])
ANY_TEXT = st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join))
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
DIRECTIONS = st.sampled_from(["past", "future", None])


@given(
    ANY_TEXT, st.one_of(st.none(), DAYS), DIRECTIONS, st.sampled_from([None, "2024", "2024-06", "2024-06-19", "9999"])
)
def test_any_text_gives_expressions_in_order_each_with_its_own_words(text, anchor, direction, before):
    stamp = anchor.isoformat() if anchor else None
    reached = 0
    for it in find_dates(text):
        assert reached <= it.start < it.end
        assert it.text == text[it.start : it.end]
        value = resolve(it, stamp, direction, before)
        assert value is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value)
        ends = interval(it, stamp, direction)
        assert ends is None or ends[0] == resolve(it, stamp, direction)
        reached = it.end


@given(ANY_TEXT)
def test_any_text_may_be_asked_for_its_dateline_and_its_timeml_value(text):
    found = dateline(text)
    assert found is None or text[found.date.start : found.date.end] == found.date.text
    timex_value(text)


def forms(day):
    month, short = day.strftime("%B"), day.strftime("%b")
    number = day.day
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    weekday = day.strftime("%A")
    return [
        f"{month} {number}, {day.year}",
        f"{short}. {number}, {day.year}",
        f"{short} {number:02d} {day.year}",
        f"{month.upper()} {number}, {day.year}",
        f"{weekday}, {month} {number}{suffix}, {day.year}",
        f"{number} {month} {day.year}",
        f"{number:02d} {short} {day.year}",
        f"{number}{suffix} {month}, {day.year}",
        f"the {number}{suffix} of {month} {day.year}",
        f"the {number}{suffix} day of {month}, {day.year}",
        f"{weekday} {number}\u00a0{month} {day.year}",
        f"{number}-{short}-{day.year}",
        day.isoformat(),
        day.strftime("%d.%m.%Y"),
        day.strftime("%Y/%m/%d"),
        *([day.strftime("%d/%m/%Y"), day.strftime("%m/%d/%Y")] if number > 12 else []),
    ]


@given(DAYS.flatmap(lambda day: st.tuples(st.just(day), st.sampled_from(forms(day)))))
def test_every_written_form_of_a_day_is_found_and_means_that_day(case):
    day, form = case
    found = find_dates(f"The envoys signed it on {form} in Lisbon.")
    assert [it.text for it in found] == [form]
    assert resolve(found[0], None, None) == day.isoformat()


@given(DAYS, DAYS, DIRECTIONS)
def test_a_day_without_its_year_lies_within_a_year_of_the_page_and_keeps_its_tense(day, today, direction):
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    (found,) = find_dates(f"They met on {day:%B} {day.day} in Rome.")
    value = date.fromisoformat(resolve(found, today.isoformat(), direction))
    away = (value - today).days
    assert (value.month, value.day) == (day.month, day.day)
    assert {"past": -366 <= away <= 2, "future": -2 <= away <= 366, None: abs(away) <= 183}[direction]


@given(DAYS, st.sampled_from(list(rule_file().words["weekday"])), DIRECTIONS)
def test_a_weekday_is_the_nearest_one_in_the_direction_of_the_tense(today, name, direction):
    (found,) = find_dates(f"They met on {name.title()}.")
    value = date.fromisoformat(resolve(found, today.isoformat(), direction))
    assert value.isoweekday() == rule_file().words["weekday"][name]
    assert 0 <= (value - today).days < 7 if direction == "future" else -6 < (value - today).days <= 1


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_each_rule_names_every_word_with_which_it_can_begin(text):
    at = {word.start(): word[0] for word in re.finditer(r"\w+", text)}
    for one in compiled():
        for start, word in at.items():
            if one.pattern.match(text, start):
                assert one in by_opening()[FIGURE if word[0].isdigit() else word.lower()]
                assert may_begin(text, start, word.lower())
