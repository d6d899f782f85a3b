package dev.evenkeel.estate.version;

import static dev.evenkeel.estate.version.VersionRange.Change.FIXED;
import static dev.evenkeel.estate.version.VersionRange.Change.INTRODUCED;
import static dev.evenkeel.estate.version.VersionRange.Change.LAST_AFFECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.estate.version.VersionRange.Event;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows part of C117: which versions an advisory speaks of. */
@Tag("C117")
class VersionRangeTest {

  @ParameterizedTest
  @CsvSource({
    "vers:pypi/>=1.2|<2.0|!=1.5,       1.2 1.9.9 1.5.1,    1.1 1.5 2.0 1.2rc1, 'from 1.2 before 2.0, but not 1.5'",
    "vers:npm/<1.0.0|>=2.0.0|<=2.3.4,  0.1.0 2.0.0 2.3.4,  1.0.0 1.5.0 2.3.5,  before 1.0.0 or from 2.0.0 up to 2.3.4",
    "vers:deb/>1:1.0-1,                1:1.0-2 2:0.1,      1:1.0-1 9.0,        after 1:1.0-1",
    "vers:maven/1.0|2.0,               1.0 2.0 1.0.0,      1.5 2.0.1,          1.0 or 2.0",
    "vers:golang/*,                    v1.0.0 v0.0.1,      ,                   any version",
    "vers:generic/!=3,                 2 4,                3 3.0,              'any version, but not 3'",
    "vers:deb/<1.0%2Bdfsg-1,           1.0-1,              1.0+dfsg-1,         before 1.0+dfsg-1",
  })
  void reads_vers(String text, String within, String without, String words) throws UnreadableRange {
    var range = VersionRange.ofVers(text);
    assertThat(range).hasToString(words);
    assertThat(within.split(" ")).allMatch(holds(range));
    if (without != null) {
      assertThat(without.split(" ")).noneMatch(holds(range));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pypi/1.0,             vers:TYPE/CONSTRAINT",
    "vers:pypi/>=1.0|>2.0, two lower bounds meet",
    "vers:pypi/<1.0|<2.0,  two upper bounds meet",
    "vers:npm/>=abc,       '''abc'' is no version as NPM counts them'",
    "vers:npm/>=1.0.0||<2, a constraint is empty",
    "vers:npm/%zz,         broken %-escape",
  })
  void says_what_is_wrong_with_a_range(String text, String why) {
    assertThatThrownBy(() -> VersionRange.ofVers(text))
        .isInstanceOf(UnreadableRange.class)
        .hasMessageContaining(text)
        .hasMessageContaining(why);
  }

  @Test
  void reads_events_in_any_order_as_osv_does() throws UnreadableRange {
    var range =
        events(
            new Event(FIXED, "1.2.5"), new Event(INTRODUCED, "2.0.0"), new Event(INTRODUCED, "0"));
    assertThat(range).hasToString("before 1.2.5 or from 2.0.0");
    assertThat(List.of("0.0.1", "1.2.4", "2.0.0", "9.9.9")).allMatch(holds(range));
    assertThat(List.of("1.2.5", "1.9.0", "2.0.0-rc1")).noneMatch(holds(range));
  }

  @Test
  void holds_the_last_affected_version_itself() throws UnreadableRange {
    var range = events(new Event(INTRODUCED, "1.0.0"), new Event(LAST_AFFECTED, "1.4.0"));
    assertThat(range).hasToString("from 1.0.0 up to 1.4.0");
    assertThat(holds(range)).accepts("1.4.0").rejects("1.4.1");
  }

  @Test
  void holds_nothing_when_nothing_was_introduced() throws UnreadableRange {
    assertThat(events(new Event(FIXED, "1.0.0"))).hasToString("no version");
  }

  @Test
  void names_the_event_it_cannot_place() {
    assertThatThrownBy(() -> events(new Event(INTRODUCED, "the beginning")))
        .hasMessageContaining("'the beginning' is no version as SEMVER counts them");
  }

  private static VersionRange events(Event... events) throws UnreadableRange {
    return VersionRange.ofEvents(VersionScheme.SEMVER, Arrays.asList(events));
  }

  private static Predicate<String> holds(VersionRange range) {
    return text -> range.holds(VersionTest.version(range.scheme(), text));
  }
}
