package dev.evenkeel.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Heading.Paper;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same document as Markdown and as PDF (C35). */
@Tag("C35")
class RollOutPlanGoldenTest {
  private static final Paperwork DOCUMENT =
      DocumentDesk.of(
          Paper.ROLL_OUT,
          "Shop to 11 | <b>",
          "/upgrades/7",
          LocalDate.of(2027, 1, 4),
          "https://up.example.org",
          true,
          List.of(
              Passage.said(Heading.WHO, "Answers for it", Optional.of("ann"), "/upgrades/7/edit"),
              Passage.said(Heading.WHEN, "Go-live", Optional.of("2027-01-31"), "/upgrades/7/edit"),
              Passage.said(Heading.OUTAGE, "How long", Optional.empty(), "/upgrades/7/edit"),
              new Passage(
                  Heading.PHASES,
                  new Table(
                      "Who gets it when",
                      List.of("Phase", "Have it by then"),
                      List.of(List.of("Pilot", "5 %"), List.of("Everybody", "100 %")))),
              new Passage(
                  Heading.ORDER, new Points("Components", true, List.of("db", "shop → web"))),
              new Passage(Heading.DATA, new Points("Nothing", false, List.of())),
              Passage.said(
                  Heading.WAY_BACK,
                  "Restore data",
                  Optional.of("The snapshot *of the night*\nthen Łukasz checks"),
                  "/upgrades/7/rollout")));

  @Test
  void markdown_is_as_it_was_decided_and_what_people_wrote_is_no_markup() throws IOException {
    Path file = Path.of("src/test/resources/golden/roll-out-plan.md");
    String text = MarkdownText.of(DOCUMENT);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("if the change is meant, run with -Dgolden.write=true")
        .isEqualTo(Files.readString(file))
        .contains("\\<b\\>", "*Nobody has said.*");
  }

  @Test
  void each_heading_of_its_paper_is_there_and_none_of_the_other() {
    assertThat(DOCUMENT.chapters())
        .extracting(Paperwork.Chapter::heading)
        .doesNotContain(Heading.WHO)
        .contains(Heading.MESSAGES, Heading.WAY_BACK);
    assertThat(DOCUMENT.unknown()).isEqualTo(6);
  }

  @Test
  void what_several_know_of_one_question_stands_there_once_and_is_open_when_none_knows() {
    Paperwork document =
        DocumentDesk.of(
            Paper.ROLL_OUT,
            "Shop",
            "/upgrades/7",
            LocalDate.EPOCH,
            "",
            false,
            List.of(
                Passage.said(Heading.WHEN, "Window", Optional.empty(), "/upgrades/7/schedule"),
                Passage.said(Heading.WHEN, "Window", Optional.of("at ten"), "/upgrades/7/approval"),
                Passage.said(Heading.OUTAGE, "Outage", Optional.empty(), "/upgrades/7/edit"),
                Passage.said(Heading.OUTAGE, "Outage", Optional.empty(), "/upgrades/7/edit")));
    assertThat(document.chapters().getFirst().blocks())
        .singleElement()
        .isEqualTo(new Passage.Said("Window", Optional.of("at ten"), "/upgrades/7/schedule"));
    assertThat(document.chapters().get(1).unknown()).hasSize(1);
  }

  @Test
  void the_pdf_says_the_same() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PdfText.of(DOCUMENT))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(
              "Roll-out plan: Shop to 11 | <b>",
              "As of 2027-01-04.",
              "2027-01-31",
              "Everybody 100 %",
              "shop → web",
              "then Łukasz checks",
              "For practice: nobody is told",
              "Nobody has said. It is entered at https://up.example.org/upgrades/7/edit.",
              "page 1 of");
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Roll-out plan");
    }
  }

  @Test
  void a_long_table_goes_on_on_the_next_page_and_nothing_is_lost() throws IOException {
    List<List<String>> rows =
        IntStream.range(0, 200)
            .mapToObj(
                i -> List.of("task-" + i, "x".repeat(i), "\u0007日本 emoji 😀 Mu\u0308ller, Jürgen"))
            .toList();
    Paperwork document =
        DocumentDesk.of(
            Paper.ROLL_OUT,
            "Long",
            "/upgrades/1",
            LocalDate.EPOCH,
            "",
            false,
            List.of(
                new Passage(
                    Heading.PHASES, new Table("All", List.of("Which one", "b", "c"), rows))));
    try (PDDocument pdf = Loader.loadPDF(PdfText.of(document))) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(4);
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("task-0", "task-199", "Müller", "Jürgen").doesNotContain("\u0308");
      assertThat(List.of(text.split("Evenkeel – page")))
          .filteredOn(page -> page.contains("task-"))
          .hasSizeGreaterThan(4)
          .allSatisfy(page -> assertThat(page).as("its head").contains("Which one"));
      assertThat(text.chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(199 * 200 / 2);
    }
  }

  @Test
  void a_row_taller_than_a_page_goes_on_on_the_next_and_stays_above_the_foot() throws IOException {
    String tall =
        IntStream.range(0, 150).mapToObj("line-%d"::formatted).collect(Collectors.joining("\n"));
    Paperwork document =
        DocumentDesk.of(
            Paper.ROLL_OUT,
            "Tall",
            "/upgrades/1",
            LocalDate.EPOCH,
            "",
            false,
            List.of(
                new Passage(
                    Heading.PHASES,
                    new Table(
                        "All",
                        List.of("a", "b"),
                        List.of(List.of("short", tall), List.of("after", "it"))))));
    try (PDDocument pdf = Loader.loadPDF(PdfText.of(document))) {
      String text = new PDFTextStripper().getText(pdf);
      for (int i = 0; i < 150; i++) {
        assertThat(text).containsOnlyOnce("line-" + i + System.lineSeparator());
      }
      assertThat(text).containsOnlyOnce("short").contains("after");
      assertThat(text.lines().filter("short"::equals).count()).isLessThanOrEqualTo(1);
    }
  }
}
