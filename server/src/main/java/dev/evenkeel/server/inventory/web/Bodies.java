package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Utf8;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Documents that come in the body of a request. */
final class Bodies {
  private static final int NAMED = 3;

  private Bodies() {}

  /**
   * The body as it came.
   *
   * @throws Refused when it came as a form: whoever read its fields before has used it up
   */
  static InputStream stream(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The body came as a form, in which files are lost. Send it with the header Content-Type: application/octet-stream.");
    }
    return request.getInputStream();
  }

  static String text(byte[] body) {
    return switch (Utf8.of(body)) {
      case Utf8.Text(var text) -> text;
      case Utf8.Broken broken ->
          throw new Refused(
              Refused.Kind.INVALID,
              "Line %d, column %d: %s %s Nothing was changed."
                  .formatted(
                      broken.where().line(),
                      broken.where().column(),
                      broken.message(),
                      broken.wayOut()));
    };
  }

  /**
   * @throws Refused when a document of that text is not well; the findings go along
   */
  static void refuseUnlessWell(EstateReader.Reading reading) {
    if (!reading.isWell()) {
      throw new Refused(Refused.Kind.INVALID, says(reading.findings()))
          .with("findings", reading.findings());
    }
  }

  /** The one document of a text, which must have that name. */
  static Document onlyDocument(String text, Document.Key key) {
    EstateReader.Reading reading = EstateReader.read("document", text);
    refuseUnlessWell(reading);
    if (reading.documents().size() != 1 || !reading.documents().getFirst().key().equals(key)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The body must hold exactly the document %s; it holds %s."
              .formatted(key, reading.documents().stream().map(Document::key).toList()));
    }
    return reading.documents().getFirst();
  }

  private static String says(List<Finding> findings) {
    List<String> first =
        findings.stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .limit(NAMED)
            .map(finding ->
                "Line %d, column %d: %s %s"
                    .formatted(
                        finding.where().line(),
                        finding.where().column(),
                        finding.message(),
                        finding.wayOut()))
            .toList();
    int more = findings.size() - first.size();
    return String.join(" ", first)
        + (more == 0 ? "" : " And %d more.".formatted(more))
        + " Nothing was changed.";
  }
}
