package dev.evenkeel.server.tasks.web;

import dev.evenkeel.runbook.Utf8;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.KeptTemplate;
import dev.evenkeel.server.tasks.TemplateShelf;
import dev.evenkeel.server.tasks.TemplateVersion;
import dev.evenkeel.server.tasks.template.TemplateSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Templates over HTTP. */
@RestController
@RequestMapping("/api/templates")
@Needs(Right.PLAN)
class TemplatesApi {
  private static final int LINE = 200;

  private final TemplateShelf shelf;

  TemplatesApi(TemplateShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * A version of a template.
   *
   * @param advice what is doubtful in it, though it may be meant so
   */
  record Kept(TemplateVersion version, List<String> advice) {
    static Kept of(KeptTemplate kept) {
      return new Kept(kept.version(), kept.template().advice());
    }
  }

  /** The newest version of each. */
  @GetMapping
  @Needs(Right.VIEW)
  List<TemplateVersion> list() {
    return shelf.list();
  }

  /** The JSON Schema of templates, for editors. */
  @GetMapping("/schema")
  @Needs(Right.VIEW)
  Map<String, Object> schema() {
    return TemplateSchema.v1();
  }

  @GetMapping("/{name}")
  @Needs(Right.VIEW)
  Kept one(@PathVariable String name, @RequestParam Optional<Integer> version) {
    return Kept.of(shelf.get(name, version));
  }

  @GetMapping("/{name}/versions")
  @Needs(Right.VIEW)
  List<TemplateVersion> versions(@PathVariable String name) {
    return shelf.versions(name);
  }

  /** Its text, as it was taken in. */
  @GetMapping("/{name}/text")
  @Needs(Right.VIEW)
  ResponseEntity<String> text(@PathVariable String name, @RequestParam Optional<Integer> version) {
    KeptTemplate kept = shelf.get(name, version);
    return ResponseEntity.ok()
        .header("Content-Type", "application/yaml;charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s.yaml\"".formatted(kept.version().name()))
        .header("X-Content-Type-Options", "nosniff")
        .body(kept.text());
  }

  /**
   * Takes a text in, as a new template or a new version of one; the same text again changes
   * nothing.
   *
   * @param file name shown in findings
   */
  @PostMapping
  Kept take(
      @RequestParam(defaultValue = "template.yaml") String file,
      @RequestBody(required = false) byte @Nullable [] body,
      Actor actor) {
    return Kept.of(shelf.take(file, text(body == null ? new byte[0] : body), actor));
  }

  /** The same under another name: {@code {"to": "…", "title": "…"}}. */
  @PostMapping("/{name}/copies")
  Kept copy(
      @PathVariable String name,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String to = typed.needed("to", LINE, "Say what it is to be called.");
    Optional<String> title = typed.words("title", LINE);
    typed.refuseIfWrong();
    return Kept.of(shelf.copy(name, to, title, actor));
  }

  private static String text(byte[] body) {
    return switch (Utf8.of(body)) {
      case Utf8.Text(var text) -> text;
      case Utf8.Broken broken ->
          throw new Refused(
              Refused.Kind.INVALID,
              "Line %d, column %d: %s %s Nothing was kept."
                  .formatted(
                      broken.where().line(),
                      broken.where().column(),
                      broken.message(),
                      broken.wayOut()));
    };
  }
}
