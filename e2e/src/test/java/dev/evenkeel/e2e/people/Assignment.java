package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.evenkeel.e2e.Patiently;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An upgrade, as those who work on it see its pages.
 *
 * @param path of its first page
 * @param title as the pages call it
 */
public record Assignment(String path, String title) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Somebody asks for an upgrade. */
  public static Assignment asked(Colleague by, Map<String, String> fields) {
    by.go("/upgrades").follow("Plan an upgrade");
    fields.forEach(by::fill);
    by.save();
    by.page().waitForURL(Pattern.compile(".*/upgrades/\\d+"));
    return new Assignment(by.here(), fields.get("title"));
  }

  /** Another day of go-live. */
  public void goesLiveOn(Colleague by, LocalDate day) {
    by.go(path).follow("Edit").fill("goLive", day.toString()).save();
  }

  public void launch(Colleague by, String template) {
    by.go(path + "/tasks").choose("template", template).press("Launch").seesNothingWrong();
  }

  /** Days on which its tasks are due, by their titles. */
  public Map<String, LocalDate> deadlines(Colleague by) {
    by.go(path + "/tasks");
    Map<String, LocalDate> days = new LinkedHashMap<>();
    for (Locator row : by.page().locator("ol.tasks > li.task").all()) {
      Locator due = row.locator(".when time");
      if (due.count() == 1) {
        days.put(
            row.locator("a.title").textContent(),
            LocalDate.parse(due.getAttribute("datetime").substring(0, 10)));
      }
    }
    return days;
  }

  /** How many are open. */
  public int open(Colleague by) {
    by.go(path + "/tasks");
    return by.page().locator("ol.tasks > li.task.open").count();
  }

  /** One of the duties of somebody, opened from the list of all that is theirs. */
  public Duty duty(Colleague whose, String task) {
    whose.go("/tasks");
    whose
        .page()
        .locator("li.task")
        .filter(new Locator.FilterOptions().setHasText(title))
        .locator("a.title")
        .getByText(task, new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
    assertThat(whose.page().locator("h1")).containsText(task);
    return new Duty(whose);
  }

  /** Waits until a fact has closed a task. */
  public void closesByItself(Colleague seen, String task, Pattern says) throws Exception {
    Patiently.await(
        PATIENCE,
        () -> "'%s' is closed by a fact".formatted(task),
        () -> {
          seen.go(path + "/tasks");
          Locator row = row(seen, task);
          return row.getAttribute("class").contains("done");
        });
    row(seen, task).locator("a.title").click();
    assertThat(ending(seen)).containsText("by a fact");
    assertThat(ending(seen)).containsText(says);
  }

  /** It is meant so that it is not done; the reason stays with it. */
  public void skipped(Colleague by, String task, String why) {
    by.go(path + "/tasks");
    row(by, task).locator("a.title").click();
    by.fill("why", why).press("Skip").seesNothingWrong();
    assertThat(by.page().locator("h1 .badge")).hasText("skipped");
    assertThat(ending(by)).containsText("by " + by.name());
    assertThat(ending(by)).containsText(why);
  }

  /** Where it stands, as the top of its pages says. */
  public void standsAt(Colleague reader, String stage) {
    reader.go(path);
    assertThat(reader.page().locator("h1 .badge")).hasText(stage);
  }

  /** Ends it by writing down how it went. */
  public void reviewed(Colleague by, String how) {
    review(by, how);
    by.seesNothingWrong().sees("It is reviewed, and with that over");
  }

  /** It is not over, for something is open. */
  public void isNotReviewed(Colleague by, String how, String because) {
    review(by, how);
    by.sees(because);
  }

  private void review(Colleague by, String how) {
    by.go(path).page().locator("#decide summary").click();
    Locator form = by.page().locator("#decide form.review");
    form.locator("[name=why]").fill(how);
    form.locator("button").click();
  }

  private static Locator row(Colleague seen, String task) {
    return seen.page()
        .locator("ol.tasks > li.task")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    seen.page()
                        .getByText(
                            task,
                            new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))));
  }

  private static Locator ending(Colleague seen) {
    return seen.page().locator("dl.facts").first();
  }
}
