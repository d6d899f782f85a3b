package dev.evenkeel.server.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The templates that come with Evenkeel: six processes and ten worksheets. */
@Component
public class ShippedTemplates {
  /** In the order in which they are shown first. */
  public static final List<String> NAMES =
      List.of(
          "minimise-downtime",
          "seven-steps",
          "learning-technology",
          "release-deployment",
          "safety-measures",
          "emergency-review",
          "sheet-risk-register",
          "sheet-dependency-map",
          "sheet-downtime-cost",
          "sheet-decision-matrix",
          "sheet-raci",
          "sheet-communication-plan",
          "sheet-uat",
          "sheet-go-live",
          "sheet-retrospective",
          "sheet-budget");

  private final TemplateShelf shelf;

  ShippedTemplates(TemplateShelf shelf) {
    this.shelf = shelf;
  }

  /** A newer program may bring newer texts; what was launched stays as it was. */
  @EventListener(ApplicationReadyEvent.class)
  public void shelve() {
    shelf.ship(NAMES.stream().map(ShippedTemplates::text).toList());
  }

  /** The text of one. */
  public static String text(String name) {
    String file = "/process/%s.yaml".formatted(name);
    try (InputStream in = ShippedTemplates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the archive");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
