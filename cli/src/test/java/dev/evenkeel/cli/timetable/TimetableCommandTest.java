package dev.evenkeel.cli.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.server.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Timetables made and checked at the command line (C31). */
@Tag("C31")
class TimetableCommandTest {
  private static final String PROBLEM = "src/test/resources/timetable/shop.json";

  private final Desktop desktop = new Desktop();
  @TempDir private Path folder;

  private Path written() {
    return folder.resolve("timetable.json");
  }

  @Test
  void what_is_solved_is_written_and_keeps_to_all_rules() throws IOException {
    int solved =
        desktop.evenkeel(
            "timetable", "solve", PROBLEM, "--seconds", "1", "-o", written().toString());
    assertThat(solved).as(desktop.err()).isZero();
    Golden.assertSame("timetable-solve.out", desktop.out().replace(folder.toString(), "FOLDER"));
    Desktop later = new Desktop();
    assertThat(later.evenkeel("timetable", "check", PROBLEM, written().toString())).isZero();
    Golden.assertSame("timetable-check.out", later.out());
  }

  @Test
  void programs_get_numbers() {
    assertThat(desktop.evenkeel("timetable", "solve", PROBLEM, "--seconds", "1", "--json"))
        .isZero();
    JsonNode document = Json.MAPPER.readTree(desktop.out());
    assertThat(document.path("valid").asBoolean()).isTrue();
    assertThat(document.path("deferred")).isEmpty();
    assertThat(document.path("total").asLong())
        .isGreaterThanOrEqualTo(document.path("bound").asLong());
    assertThat(document.path("gap").asDouble()).isBetween(0.0, 1.0);
  }

  /** A big-bang, one in phases, a parallel run with its cut-over, and one that is both. */
  @Test
  void the_example_of_all_ways_to_carry_an_upgrade_out_has_a_place_for_each() throws IOException {
    String example = "../examples/timetable/strategies.json";
    int solved =
        desktop.evenkeel(
            "timetable", "solve", example, "--seconds", "1", "-o", written().toString(), "--json");
    assertThat(solved).as(desktop.err()).isZero();
    assertThat(Json.MAPPER.readTree(desktop.out()).path("deferred")).isEmpty();
    assertThat(
            Json.MAPPER
                .readTree(Files.readString(written()))
                .path("assignments")
                .findValuesAsString("mode"))
        .containsExactlyInAnyOrder("big-bang", "phased", "parallel-run", "parallel-run", "hybrid");
  }

  @Test
  void a_packed_problem_is_read_as_well() throws IOException {
    Path packed = folder.resolve("shop.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(Path.of(PROBLEM), out);
    }
    assertThat(desktop.evenkeel("timetable", "solve", packed.toString(), "--seconds", "1"))
        .isZero();
    assertThat(desktop.out()).contains("It was not written anywhere");
  }

  @Test
  void a_timetable_that_breaks_rules_is_told_which() throws IOException {
    Files.writeString(
        written(),
        "{\"assignments\": [{\"upgrade\": \"U2\", \"mode\": \"big-bang\", \"start\": 9}]}");
    assertThat(desktop.evenkeel("timetable", "check", PROBLEM, written().toString()))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.out())
        .contains("U2, slots 9 to 11, lies in no window of nights.")
        .contains("U2 is planned and U1 is not.");
    Desktop program = new Desktop();
    program.evenkeel("timetable", "check", PROBLEM, written().toString(), "--json");
    assertThat(
            Json.MAPPER.readTree(program.out()).path("violations").path(0).path("rule").asString())
        .isEqualTo("window");
  }

  @Test
  void what_stands_where_and_why_not_elsewhere_is_explained() throws IOException {
    Files.writeString(
        written(),
        """
        {"assignments": [
          {"upgrade": "U1", "mode": "big-bang", "start": 1},
          {"upgrade": "U2", "mode": "big-bang", "start": 24}]}
        """);
    assertThat(desktop.evenkeel("timetable", "explain", PROBLEM, written().toString(), "U2"))
        .isZero();
    Golden.assertSame("timetable-explain.out", desktop.out());
    Desktop program = new Desktop();
    program.evenkeel("timetable", "explain", PROBLEM, written().toString(), "U2", "--json");
    JsonNode document = Json.MAPPER.readTree(program.out());
    assertThat(document.path("here").path("start").asInt()).isEqualTo(24);
    assertThat(document.path("hindered").path(0).path("obstacles").findValuesAsString("kind"))
        .containsExactly("resource", "group", "before");
    assertThat(document.path("millis").asDouble()).isPositive();
    Desktop all = new Desktop();
    all.evenkeel("timetable", "explain", PROBLEM, written().toString());
    assertThat(all.out()).contains("Every upgrade has a place.");
  }

  @Test
  void what_has_no_place_is_explained_without_being_named() throws IOException {
    Files.writeString(written(), "{\"assignments\": []}");
    assertThat(desktop.evenkeel("timetable", "explain", PROBLEM, written().toString())).isZero();
    assertThat(desktop.out())
        .contains("U1 has no place; that costs 5,000.", "U2 has no place; that costs 3,000.")
        .contains("but U1 must be done before, and has no place.")
        .contains(
            "2027-02-02 00:00 UTC (slot 24, parallel-run) would need 30 more in year from 2027-02-02 00:00 to 22:00 UTC;");
    Desktop other = new Desktop();
    assertThat(other.evenkeel("timetable", "explain", PROBLEM, written().toString(), "U9"))
        .isEqualTo(ExitCode.NOT_FOUND.code());
  }

  /** U1 takes five hours longer than when people were told. */
  private Path slipped() throws IOException {
    Files.writeString(
        written(),
        """
        {"assignments": [
          {"upgrade": "U1", "mode": "big-bang", "start": 17},
          {"upgrade": "U2", "mode": "big-bang", "start": 24}]}
        """);
    Path slipped = folder.resolve("slipped.json");
    Files.writeString(
        slipped,
        Files.readString(Path.of(PROBLEM))
            .replace("\"work\": 2, \"buffer\": 1", "\"work\": 7, \"buffer\": 1"));
    return slipped;
  }

  @Test
  void what_was_told_is_planned_again_near_where_it_was() throws IOException {
    String problem = slipped().toString();
    Path again = folder.resolve("again.json");
    int planned =
        desktop.evenkeel(
            "timetable",
            "replan",
            problem,
            written().toString(),
            "--from",
            "2027-02-01T10:00",
            "--seconds",
            "1",
            "--anew",
            "-o",
            again.toString());
    assertThat(planned).as(desktop.err()).isZero();
    Golden.assertSame("timetable-replan.out", desktop.out().replace(folder.toString(), "FOLDER"));
    Desktop check = new Desktop();
    assertThat(check.evenkeel("timetable", "check", problem, again.toString())).isZero();
    Desktop compare = new Desktop();
    assertThat(
            compare.evenkeel(
                "timetable", "compare", problem, written().toString(), again.toString()))
        .isZero();
    Golden.assertSame("timetable-compare.out", compare.out());
  }

  @Test
  void programs_get_what_moved_and_how_soon_there_was_an_answer() throws IOException {
    Path progress = folder.resolve("progress.csv");
    desktop.evenkeel(
        "timetable",
        "replan",
        slipped().toString(),
        written().toString(),
        "--seconds",
        "1",
        "--json",
        "--progress",
        progress.toString());
    JsonNode document = Json.MAPPER.readTree(desktop.out());
    assertThat(document.path("moved").findValuesAsString("why")).isNotEmpty();
    assertThat(document.path("firstSeconds").isNumber()).isTrue();
    assertThat(document.path("old").path("violations").asInt()).isPositive();
    assertThat(Files.readAllLines(progress))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\d+\\.\\d{3},\\d+,\\d+"));
  }

  @Test
  void a_pin_that_cannot_be_is_refused_by_name_with_the_day() throws IOException {
    String problem = slipped().toString();
    String old = written().toString();
    assertRefused(
        "U1 cannot stand at 2027-02-01 17:00 UTC, big-bang: 1 more of dba would be needed from"
            + " 2027-02-02 00:00 to 02:00 UTC",
        "replan",
        problem,
        old,
        "--pin",
        "U1,U2");
    assertRefused("lies outside of shop", "replan", problem, old, "--from", "2028-01-01");
    assertRefused("is no slot and no time", "replan", problem, old, "--from", "soon");
    Desktop other = new Desktop();
    assertThat(other.evenkeel("timetable", "replan", problem, old, "--pin", "U9"))
        .isEqualTo(ExitCode.NOT_FOUND.code());
  }

  @Test
  void a_problem_that_contradicts_itself_is_refused_with_all_that_is_wrong() throws IOException {
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(
        wrong,
        Files.readString(Path.of(PROBLEM))
            .replace("\"calendar\": \"always\"", "\"calendar\": \"never\"")
            .replace("\"cost\": 90", "\"cost\": -1"));
    assertThat(desktop.evenkeel("timetable", "solve", wrong.toString()))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("there is no calendar 'never'").contains("cost is -1");
  }

  @Test
  void whatever_a_file_holds_is_answered_in_words() throws IOException {
    String problem = Files.readString(Path.of(PROBLEM));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("empty.json", "");
    files.put("cut-off.json", "{\"format\": \"upgrade-planning/1\", ");
    files.put("no-json.json", "upgrades: []");
    files.put("a-list.json", "[]");
    files.put("no-zone.json", problem.replace("2027-02-01T00:00:00Z", "2027-02-01 Mars"));
    files.put(
        "no-number.json", problem.replace("\"horizonSlots\": 48", "\"horizonSlots\": \"two\""));
    files.put(
        "too-large.json", problem.replace("\"horizonSlots\": 48", "\"horizonSlots\": 9999999999"));
    files.put("missing.json", problem.replace("\"groups\":", "\"grops\":"));
    files.put("nothing-ahead.json", problem.replace("\"horizonSlots\": 48", "\"horizonSlots\": 0"));
    files.put("no-list.json", problem.replace("\"open\": [[0, 48]]", "\"open\": \"always\""));
    StringBuilder told = new StringBuilder();
    for (Map.Entry<String, String> one : files.entrySet()) {
      Path file = Files.writeString(folder.resolve(one.getKey()), one.getValue());
      Desktop there = new Desktop();
      int code = there.evenkeel("timetable", "solve", file.toString(), "--seconds", "1");
      told.append("%s%s=> %d%n".formatted(there.out(), there.err(), code));
    }
    Golden.assertSame("timetable-unfit.err", told.toString().replace(folder.toString(), "FOLDER"));
    Path file = folder.resolve("empty.json");
    assertRefused("There is nothing in it", "check", PROBLEM, file.toString());
    assertRefused("assignments: This is missing", "check", PROBLEM, PROBLEM);
    assertRefused("Is a directory", "check", PROBLEM, folder.toString());
  }

  @Test
  void what_fits_no_window_has_no_place_and_it_is_said_how_to_learn_why() throws IOException {
    Path narrow =
        Files.writeString(
            folder.resolve("narrow.json"),
            Files.readString(Path.of(PROBLEM))
                .replace("[[0, 6], [24, 30]]", "[[0, 1]]")
                .replace("[[0, 48]]", "[[0, 1]]"));
    assertThat(
            desktop.evenkeel(
                "timetable",
                "solve",
                narrow.toString(),
                "--seconds",
                "1",
                "-o",
                written().toString()))
        .isZero();
    assertThat(desktop.out())
        .contains("0 of 2 upgrades have a place.")
        .endsWith(
            "Why some have no place: evenkeel timetable explain %s %s%n"
                .formatted(narrow, written()));
    Desktop asking = new Desktop();
    assertThat(asking.evenkeel("timetable", "explain", narrow.toString(), written().toString()))
        .isZero();
    assertThat(asking.out()).contains("closed");
  }

  @Test
  void what_cannot_be_read_or_written_is_refused_before_any_time_goes_by() throws IOException {
    assertRefused("There is no file", "solve", folder.resolve("gone.json").toString());
    assertRefused("cannot be read", "solve", folder.toString());
    assertRefused(
        "cannot be written", "solve", PROBLEM, "-o", folder.resolve("no/where.json").toString());
    assertRefused("Take 1 to 86,400", "solve", PROBLEM, "--seconds", "0");
    Path empty = Files.createFile(folder.resolve("empty.json"));
    assertRefused("is no problem of the format", "solve", empty.toString());
    assertRefused("is no timetable", "check", PROBLEM, empty.toString());
    assertRefused("is no timetable", "check", PROBLEM, PROBLEM);
  }

  private static void assertRefused(String says, String command, String... arguments) {
    Desktop desktop = new Desktop();
    String[] all = new String[arguments.length + 2];
    all[0] = "timetable";
    all[1] = command;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    assertThat(desktop.evenkeel(all)).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains(says);
  }
}
