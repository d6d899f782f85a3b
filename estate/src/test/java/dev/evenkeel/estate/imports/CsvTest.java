package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.imports.CsvMapping.Column;
import dev.evenkeel.estate.imports.CsvMapping.DateOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose columns mean what a person says. */
class CsvTest extends ImportContract {
  CsvTest() {
    super("csv", "systems.csv");
  }

  @Override
  boolean takes(String other) {
    return other.endsWith(".csv");
  }

  @Test
  void years_that_stand_for_no_date_are_left_out_with_a_reason() {
    Imported imported =
        Imports.one(
            new ImportFile(
                "a.csv",
                "name,support end\na,9999-12-31\nb,0000-01-01\nc,2030-01-01\n"
                    .getBytes(StandardCharsets.UTF_8)),
            Imports.format("csv").orElseThrow()::read);
    assertThat(imported.rejected())
        .extracting(Rejected::why)
        .containsExactly(
            "'9999-12-31' is in the year 9999, which programs write when there is no date.",
            "'0000-01-01' is in the year 0000, which programs write when there is no date.");
    assertThat(imported.patches())
        .extracting(patch -> patch.fields().get("supportEnd"))
        .containsExactly(null, null, "2030-01-01");
  }

  @Test
  void a_table_becomes_systems_people_and_teams() {
    Imported imported = read("systems.csv");
    assertThat(imported.rowsRead()).isEqualTo(3);
    assertThat(imported.passedOver()).containsExactly(entry("column 'Colour'", 1));
    Estate estate = imported(imported);
    assertThat(system(estate, "shop-db"))
        .contains(
            entry("title", "Shop DB"),
            entry("type", "hardware"),
            entry("version", "16.2"),
            entry("criticality", "red"),
            entry("owner", "ann-example"),
            entry("team", "databases"),
            entry("warrantyEnd", "2027-12-31"),
            entry("users", 1200L),
            entry("sources", Map.of("csv", "A-1")));
    assertThat(system(estate, "shop"))
        .contains(
            entry("owner", "bob-muller"),
            entry("dependsOn", List.of(Map.of("system", "shop-db", "source", "csv"))));
    assertThat(estate.all(EntryKind.PERSON).get("bob-muller").fields())
        .contains(entry("title", "Bob Müller"));
    assertThat(estate.all(EntryKind.TEAM)).containsOnlyKeys("databases", "web");
  }

  @Test
  void a_value_that_cannot_be_read_is_left_out_and_said() {
    assertThat(whys(read("systems.csv")))
        .containsExactly(
            "line 4, column 'Warranty end': '2027-02-30' is no day of the calendar.",
            "line 4, column 'Users': 'many' is no whole number.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void line_ends_may_be_any(String end) {
    Imported imported = readText("x.csv", "name,note\na,x\nb,y\n".replace("\n", end));
    assertThat(imported.patches()).extracting(Patch::name).containsExactly("a", "b");
    assertThat(imported.patches().getLast().place()).isEqualTo(Place.line("x.csv", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
  void the_encoding_is_found_out(String charset) {
    byte[] bytes = "name;location\nweb;Köln\n".getBytes(Charset.forName(charset));
    assertThat(read("x.csv", bytes).patches().getFirst().fields())
        .containsEntry("location", "Köln");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_header() {
    assertThat(readText("x.csv", "\uFEFFname,version\nweb,1\n").patches())
        .extracting(Patch::name)
        .containsExactly("web");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_delimiter_is_found_out(String delimiter) {
    String text = "name,version\n\"a, b; c\",2\n".replace("e,v", "e" + delimiter + "v");
    Imported imported = readText("x.csv", text.replace("\",2", "\"" + delimiter + "2"));
    assertThat(imported.patches().getFirst().name()).isEqualTo("a, b; c");
    assertThat(imported.patches().getFirst().fields()).containsEntry("version", "2");
  }

  @Test
  void the_line_that_tells_spreadsheets_the_delimiter_is_obeyed() {
    assertThat(readText("x.csv", "sep=|\nname|version\nweb|1\n").patches().getFirst().fields())
        .containsEntry("version", "1");
  }

  @Test
  void a_row_with_too_few_or_too_many_cells_is_rejected() {
    Imported imported = readText("x.csv", "name,version\na,1\nb\nc,1,2\nd,4,\n");
    assertThat(imported.patches()).extracting(Patch::name).containsExactly("a", "d");
    assertThat(whys(imported))
        .containsExactly(
            "line 3: It has 1 cells; the first line has 2, so it cannot be told what they mean.",
            "line 4: It has 3 cells; the first line has 2, so it cannot be told what they mean.");
  }

  @Test
  void a_quotation_mark_that_is_never_closed_refuses_the_file_and_says_where_it_is() {
    assertThat(whys(readText("x.csv", "name,note\na,1\n\"b,2\nc,3\n")))
        .containsExactly(
            "line 3: A quotation mark \" is opened here and never closed; the file may be cut off.");
  }

  @Test
  void a_table_with_nothing_but_a_header_is_said_to_bring_nothing() {
    assertThat(whys(readText("x.csv", "name,shoe size\n")))
        .containsExactly(
            ": There is nothing in it that becomes part of the estate, only column 'shoe size'.");
  }

  @Test
  void a_second_row_of_the_same_id_is_rejected() {
    assertThat(whys(readText("x.csv", "id,name\n1,a\n1,b\n")))
        .containsExactly("line 3: '1' stands here a second time; the first is at x.csv, line 2.");
  }

  @Test
  void what_a_spreadsheet_ruined_is_rejected() {
    Imported imported =
        readText(
            "x.csv",
            "name,serial,version,location\na,6.37702E+15,1-Feb,Lutsâ€™k\n1.2E+11,,,\nb,#REF!,1,KÃ¶ln\n");
    assertThat(whys(imported))
        .containsExactly(
            "line 2, column 'serial': A spreadsheet rounded a long number to '6.37702E+15'; its digits are lost.",
            "line 2, column 'version': A spreadsheet made the date '1-Feb' of it.",
            "line 2, column 'location': 'Lutsâ€™k' is UTF-8 that was read as something else; it should be 'Luts’k'.",
            "line 3: A spreadsheet rounded a long number to '1.2E+11'; its digits are lost.",
            "line 4, column 'serial': '#REF!' is the error of a formula.",
            "line 4, column 'location': 'KÃ¶ln' is UTF-8 that was read as something else; it should be 'Köln'.");
    assertThat(imported.patches()).extracting(Patch::name).containsExactly("a", "b");
  }

  @Test
  void a_formula_is_nothing_but_text() {
    Estate estate = imported(readText("x.csv", "name,description\nweb,=cmd|' /C calc'!A0\n"));
    assertThat(system(estate, "web")).containsEntry("description", "=cmd|' /C calc'!A0");
  }

  @Test
  void a_date_that_can_be_read_in_two_ways_is_rejected_until_the_order_is_said() {
    String text = "name,warranty end\na,03/04/2026\nb,05/05/2026\n";
    Imported unsure = readText("x.csv", text);
    assertThat(whys(unsure))
        .containsExactly(
            "line 2, column 'warranty end': '03/04/2026' may be a day in either of two months.");
    var columns =
        List.of(
            new Column(0, "name", "name"),
            new Column(
                1, "warranty end", "warrantyEnd", Optional.of(DateOrder.DAY_FIRST), Map.of()));
    assertThat(
            dates(
                read(
                    Imports.csv(mapping(columns)), "x.csv", text.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("2026-04-03", "2026-05-05");
  }

  @Test
  void another_date_of_the_column_may_show_the_order() {
    assertThat(dates(readText("x.csv", "name,warranty end\na,03/04/2026\nb,4/16/26\n")))
        .containsExactly("2026-03-04", "2026-04-16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-04-03          | 2026-04-03
          2026-4-3 00:00:00   | 2026-04-03
          2026-04-03T10:00:00Z| 2026-04-03
          2026/04/03          | 2026-04-03
          20260403            | 2026-04-03
          3.4.2026            | 2026-04-03
          03.04.26            | 2026-04-03
          3 Apr 2026          | 2026-04-03
          3-APR-26            | 2026-04-03
          April 3, 2026       | 2026-04-03
          31/12/1999          | 1999-12-31
          """)
  void dates_are_read_as_they_are_written_elsewhere(String written, String date) {
    assertThat(dates(readText("x.csv", "name;warranty end\na;" + written + "\n")))
        .containsExactly(date);
  }

  @Test
  void a_day_counted_by_a_spreadsheet_is_no_date() {
    assertThat(whys(readText("x.csv", "name,eol\na,46115\n")))
        .containsExactly(
            "line 2, column 'eol': '46115' is a day as spreadsheets count them, not a date.");
  }

  @Test
  void months_of_warranty_count_from_the_day_of_purchase() {
    Imported imported =
        readText("x.csv", "name,purchase date,warranty months\na,2026-01-31,13\nb,,24 months\n");
    assertThat(imported.patches().getFirst().fields()).containsEntry("warrantyEnd", "2027-02-28");
    assertThat(whys(imported))
        .containsExactly(
            "line 3, column 'warranty months': 24 months of warranty begin on a day that is not said.");
  }

  @Test
  void a_table_without_a_header_is_read_by_its_columns() {
    var columns = List.of(new Column(1, "", "name"), new Column(2, "", "dependsOn.runs-on"));
    CsvMapping mapping =
        new CsvMapping(
            EntryKind.SYSTEM,
            false,
            Optional.empty(),
            '\'',
            Optional.empty(),
            "+",
            Map.of(),
            columns);
    Estate estate =
        imported(
            read(
                Imports.csv(mapping),
                "x.csv",
                "1,'we, b',a+b\n2,a,\n3,b,\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(system(estate, "we-b").get("dependsOn"))
        .isEqualTo(
            List.of(
                Map.of("system", "a", "type", "runs-on", "source", "csv"),
                Map.of("system", "b", "type", "runs-on", "source", "csv")));
  }

  @Test
  void columns_that_moved_are_found_by_their_headers_and_missing_ones_are_said() {
    CsvMapping mapping =
        mapping(List.of(new Column(0, "name", "name"), new Column(1, "rel", "version")));
    assertThat(
            read(
                    Imports.csv(mapping),
                    "x.csv",
                    "rel,name\n2,web\n".getBytes(StandardCharsets.UTF_8))
                .patches()
                .getFirst()
                .fields())
        .containsEntry("version", "2");
    assertThat(
            whys(
                read(
                    Imports.csv(mapping),
                    "x.csv",
                    "name,x\nweb,1\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("line 1: There is no column 'rel', which is to be `version`.");
  }

  @Test
  void a_mapping_without_a_name_or_with_one_field_twice_cannot_be_made() {
    assertThatThrownBy(() -> mapping(List.of(new Column(0, "a", "version"))))
        .hasMessageContaining("No column is the name.");
    assertThatThrownBy(
            () -> mapping(List.of(new Column(0, "a", "name"), new Column(1, "b", "name"))))
        .hasMessage("Two columns are to be `name`. Choose one of them.");
    assertThatThrownBy(() -> mapping(List.of(new Column(0, "a", "nam"))))
        .hasMessageContaining("There is no field 'nam' in a System. Choose one of id, name,");
  }

  @Test
  void a_line_of_two_million_cells_is_no_table() {
    byte[] bytes = ("name" + ",".repeat(2_000_000) + "\nweb\n").getBytes(StandardCharsets.UTF_8);
    assertThat(read(Imports.format("csv").orElseThrow(), "x.csv", bytes).rejected())
        .singleElement()
        .extracting(Rejected::why)
        .isEqualTo(
            "It is no table: a line has more than 16,384 cells, or a cell more than 1,048,576 characters.");
  }

  @Test
  void of_two_columns_with_one_header_the_first_is_proposed() throws IOException {
    byte[] bytes = "Name,Location,Location,Shoe size\nweb,a,b,4\n".getBytes(StandardCharsets.UTF_8);
    CsvProposal proposal =
        Imports.propose(EntryKind.SYSTEM, "x.csv", new ByteArrayInputStream(bytes)).orElseThrow();
    assertThat(proposal.columns())
        .extracting(Column::field)
        .containsExactly("name", "location", "", "");
    assertThat(proposal.sample()).containsExactly(List.of("web", "a", "b", "4"));
  }

  @Test
  void people_are_brought_with_their_teams() {
    byte[] bytes =
        "User name,Full name,Department,E-mail\nann,Ann Example,Web,ann@example.com\n"
            .getBytes(StandardCharsets.UTF_8);
    CsvMapping mapping = proposed(EntryKind.PERSON, bytes);
    Estate estate = imported(read(Imports.csv(mapping), "people.csv", bytes));
    assertThat(estate.all(EntryKind.PERSON).get("ann-example").fields())
        .contains(
            entry("team", "web"),
            entry("email", "ann@example.com"),
            entry("sources", Map.of("csv", "ann")));
  }

  private static CsvMapping proposed(EntryKind kind, byte[] bytes) {
    try {
      return Imports.propose(kind, "x.csv", new ByteArrayInputStream(bytes))
          .orElseThrow()
          .mapping(kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvMapping mapping(List<Column> columns) {
    return new CsvMapping(
        EntryKind.SYSTEM, true, Optional.empty(), '"', Optional.empty(), ";", Map.of(), columns);
  }

  private static List<Object> dates(Imported imported) {
    return imported.patches().stream().map(patch -> patch.fields().get("warrantyEnd")).toList();
  }
}
