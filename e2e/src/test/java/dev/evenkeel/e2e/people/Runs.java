package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.evenkeel.e2e.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Runs of a runbook, started from its file and watched to their end. */
public record Runs(Colleague by, Path runbook, Lab fleet) {
  private static final Pattern A_RUN = Pattern.compile(".*/runs/[a-z0-9]{8}");

  /** All the way, and all the way back. */
  public void rehearses() throws IOException {
    prepare();
    by.press("Start a rehearsal");
    ends("Rehearsed", "4.1");
  }

  public void carriesItOut() throws IOException {
    prepare();
    by.press("Start in production");
    ends("Succeeded", "5.0");
  }

  /** It does not begin, and the page says why. */
  public void isRefused(String... because) {
    prepare();
    by.press("Start in production");
    for (String why : because) {
      by.sees(why);
    }
    Assertions.assertThat(by.here()).doesNotMatch(A_RUN.pattern());
  }

  private void prepare() {
    by.go("/runs").follow("Start a run");
    by.page().locator("input[type=file]").setInputFiles(runbook);
    Locator lab = by.page().locator("[name='input.lab']");
    lab.waitFor();
    lab.fill(fleet.folder().toString());
    assertThat(by.page().locator("#findings li.bad")).hasCount(0);
    assertThat(by.button("Start a rehearsal")).isEnabled();
  }

  private void ends(String how, String release) throws IOException {
    by.page().waitForURL(A_RUN);
    assertThat(by.page().locator("#head .status")).hasText(how);
    for (String node : Lab.NODES) {
      Assertions.assertThat(fleet.release(node)).as(node).isEqualTo(release);
    }
  }
}
