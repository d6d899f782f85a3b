package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.Utf8;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What somebody has filled in to start a run.
 *
 * @param runbook its text, line ends as in files
 * @param inputs only those filled in
 * @param key tells this form from another one filled in the same way, so that pressing twice starts
 *     one run
 * @param later whether it shall start by itself at a time
 * @param upgrade number of the one it carries out; empty for the one that is clear
 * @param override why it starts outside of its window or inside of a freeze
 */
record NewRunForm(
    String runbook,
    Map<String, String> inputs,
    String waiver,
    String key,
    boolean later,
    TypedTime time,
    String override,
    String upgrade) {
  private static final String INPUT = "input.";

  static NewRunForm empty() {
    return of("", Map.of());
  }

  /** To be started now, unless said otherwise. */
  static NewRunForm of(String runbook, Map<String, String> inputs) {
    return new NewRunForm(
        runbook, inputs, "", RequestKey.unique().value(), false, TypedTime.NONE, "", "");
  }

  /**
   * A file that comes along goes before the text.
   *
   * @throws Refused when the file cannot be read
   */
  static NewRunForm of(HttpServletRequest request) {
    String text =
        uploaded(request)
            .orElseGet(() -> Optional.ofNullable(request.getParameter("runbook")).orElse(""));
    Map<String, String> inputs = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (name.startsWith(INPUT) && !values[0].isBlank()) {
            inputs.put(name.substring(INPUT.length()), values[0]);
          }
        });
    return new NewRunForm(
        text.replace("\r\n", "\n"),
        inputs,
        Optional.ofNullable(request.getParameter("waiver")).orElse(""),
        Optional.ofNullable(request.getParameter("key"))
            .filter(key -> !key.isBlank())
            .orElseGet(() -> RequestKey.unique().value()),
        "later".equals(request.getParameter("when")),
        TypedTime.of(request),
        Optional.ofNullable(request.getParameter("override")).orElse(""),
        Optional.ofNullable(request.getParameter("upgrade")).orElse(""));
  }

  private static Optional<String> uploaded(HttpServletRequest request) {
    if (!(request instanceof MultipartHttpServletRequest parts)) {
      return Optional.empty();
    }
    MultipartFile file = parts.getFile("file");
    if (file == null || file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return switch (Utf8.of(file.getBytes())) {
        case Utf8.Text(String text) -> Optional.of(text);
        case Utf8.Broken broken ->
            throw new Refused(
                Refused.Kind.INVALID,
                "Line %d, column %d: %s %s"
                    .formatted(
                        broken.where().line(),
                        broken.where().column(),
                        broken.message(),
                        broken.wayOut()));
      };
    } catch (IOException cutOff) {
      throw new Refused(
          Refused.Kind.INVALID, "The file could not be read: %s.".formatted(cutOff.getMessage()));
    }
  }

  /** For a text area, which swallows the first line end. Templates do not join texts this long. */
  public String area() {
    return "\n" + runbook;
  }

  /** The upgrade that somebody chose; what is no number names none, and is refused when sent. */
  Optional<UpgradeId> named() {
    return Optional.of(upgrade.strip())
        .filter(number -> number.matches("\\d{1,18}"))
        .map(UpgradeId::of);
  }

  NewRun asked(RunKind kind) {
    return new NewRun(
        runbook,
        inputs,
        kind,
        kind == RunKind.PRODUCTION
            ? Optional.of(waiver.strip()).filter(why -> !why.isEmpty())
            : Optional.empty(),
        Optional.of(upgrade.strip()).filter(number -> !number.isEmpty()).map(UpgradeId::of));
  }

  /** The same for an upgrade. */
  NewRunForm of(Optional<UpgradeId> other) {
    return new NewRunForm(
        runbook,
        inputs,
        waiver,
        key,
        later,
        time,
        override,
        other.map(UpgradeId::toString).orElse(upgrade));
  }
}
