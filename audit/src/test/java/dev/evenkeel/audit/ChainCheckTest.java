package dev.evenkeel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a trail is verified, without a database. */
@Tag("C90")
class ChainCheckTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T11:40:02.123456Z");

  private static List<String> trail(int rows) {
    List<String> lines = new ArrayList<>();
    long seq = 0;
    String hash = Entry.NOTHING;
    for (int i = 0; i < rows; i++) {
      Deed deed =
          new Deed(
              BEGIN.plusMillis(i),
              "PERSON",
              "ann",
              "upgrade changed",
              "/upgrades/" + i,
              Facts.write(Map.of("title", "Größer \"11\"\n\\ 😀", "b", "")));
      Entry entry = Entry.after(seq, hash, deed);
      seq = entry.seq();
      hash = entry.hash();
      lines.add(EntryLine.write(entry));
    }
    return lines;
  }

  private static ChainCheck checked(List<String> lines, Anchor... anchors) {
    ChainCheck check = new ChainCheck(List.of(anchors));
    lines.forEach(check::line);
    check.end();
    return check;
  }

  private static Anchor last(List<String> lines) {
    return checked(lines).head().orElseThrow();
  }

  @Test
  void a_trail_that_nobody_touched_is_well() {
    ChainCheck check = checked(trail(100), last(trail(100)), last(trail(40)));
    assertThat(check.end()).isEmpty();
    assertThat(check.rows()).isEqualTo(100);
  }

  @Test
  void a_byte_that_made_a_row_no_text_any_more_is_told_with_its_row() {
    List<String> lines = trail(5);
    ChainCheck check = new ChainCheck(List.of());
    for (int i = 0; i < lines.size(); i++) {
      byte[] line = lines.get(i).getBytes(StandardCharsets.UTF_8);
      if (i == 2) {
        line[lines.get(i).indexOf("title")] ^= (byte) 0x80;
      }
      check.line(line);
    }
    assertThat(check.end().orElseThrow().seq()).isEqualTo(3);
    assertThat(check.rows()).isEqualTo(2);
  }

  @Test
  void the_bytes_that_are_hashed_are_those_of_the_documentation() {
    Deed deed = new Deed(BEGIN, "PERSON", "änn", "x", "/y", "{}");
    Entry entry = Entry.after(0, Entry.NOTHING, deed);
    assertThat(new String(entry.content(), StandardCharsets.UTF_8))
        .isEqualTo(
            "16:evenkeel-audit-1,1:1,27:2026-11-22T11:40:02.123456Z,6:PERSON,4:änn,1:x,2:/y,2:{},");
    assertThat(entry.digest())
        .isEqualTo("c1a0d745a13c7ab7e4116de0f13f0e6de5e37c797f8e779935350c32efb73119");
    assertThat(entry.hash())
        .isEqualTo("f0473e246d354ed945f4741b8024f962abf13bcf389323f72388db516640b127");
  }

  @Test
  void any_byte_of_an_export_that_is_flipped_is_found_in_its_row() {
    List<String> lines = trail(20);
    Anchor anchor = last(lines);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int row = random.nextInt(lines.size());
      byte[] bytes = lines.get(row).getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      List<String> flipped = new ArrayList<>(lines);
      flipped.set(row, new String(bytes, StandardCharsets.UTF_8));
      assertThat(checked(flipped, anchor).end())
          .as("row %d became %s", row + 1, flipped.get(row))
          .hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(row + 1));
    }
  }

  @Test
  void a_row_that_is_missing_added_or_elsewhere_is_named() {
    List<String> lines = trail(10);
    List<String> without = new ArrayList<>(lines);
    without.remove(3);
    assertThat(checked(without).end().orElseThrow().says()).startsWith("Row 4 is missing");
    List<String> twice = new ArrayList<>(lines);
    twice.add(5, lines.get(4));
    assertThat(checked(twice).end().orElseThrow().says()).startsWith("Row 6 is not there");
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(2, lines.get(7));
    swapped.set(7, lines.get(2));
    assertThat(checked(swapped).end().orElseThrow().seq()).isEqualTo(3);
  }

  @Test
  void an_end_that_was_cut_off_and_a_trail_that_was_written_anew_are_found_by_an_anchor() {
    List<String> lines = trail(10);
    Anchor anchor = last(lines);
    assertThat(checked(lines.subList(0, 8)).end()).as("nobody can tell without").isEmpty();
    assertThat(checked(lines.subList(0, 8), anchor).end().orElseThrow().says())
        .isEqualTo("Row 9 is missing: the trail was cut off, for an anchor knows of row 10.");
    Entry other = Entry.after(0, Entry.NOTHING, new Deed(BEGIN, "PERSON", "eve", "x", "/x", "{}"));
    assertThat(
            checked(
                    List.of(EntryLine.write(other)),
                    new Anchor(1, EntryLine.read(lines.get(0)).hash()))
                .end()
                .orElseThrow()
                .says())
        .startsWith("Row 1 has another hash than its anchor");
  }

  @Test
  void anchors_that_contradict_each_other_are_refused() {
    assertThatThrownBy(() ->
            new ChainCheck(List.of(new Anchor(1, "a".repeat(64)), new Anchor(1, "b".repeat(64)))))
        .hasMessageContaining("one of them is wrong");
  }
}
