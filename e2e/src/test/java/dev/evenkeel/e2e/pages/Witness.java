package dev.evenkeel.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Takes down what a reader does not see: errors in the console, and whom the pages talk to. */
public final class Witness {
  private final List<String> troubles = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  private Witness() {}

  /**
   * @param server the only one pages may ask for anything
   */
  public static Witness of(BrowserContext reader, URI server) {
    Witness witness = new Witness();
    reader.onConsoleMessage(witness::said);
    reader.onWebError(error -> witness.troubles.add(error.error()));
    reader.onRequest(request -> {
      if (request.url().startsWith("http") && !request.url().startsWith(server + "/")) {
        witness.foreign.add(request.url());
      }
    });
    return witness;
  }

  /** A part of what the browser itself says about an answer that is part of the story. */
  public Witness expects(String said) {
    expected.add(said);
    return this;
  }

  private void said(ConsoleMessage message) {
    boolean known = expected.stream().anyMatch(message.text()::contains);
    if (message.type().equals("error") && !known) {
      troubles.add(message.text() + " at " + message.location());
    }
  }

  public void hasNothingToReport() {
    assertThat(troubles).as("errors in the console").isEmpty();
    assertThat(foreign).as("requests to others than the server").isEmpty();
  }
}
