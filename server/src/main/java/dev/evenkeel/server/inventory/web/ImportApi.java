package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvProposal;
import dev.evenkeel.estate.imports.Imports;
import dev.evenkeel.server.inventory.imports.ImportDesk;
import dev.evenkeel.server.inventory.imports.ImportDesk.Wish;
import dev.evenkeel.server.inventory.imports.ImportNote;
import dev.evenkeel.server.inventory.imports.TableMapping;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.UnreadableJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Files of other systems over HTTP: proposed, looked at, applied or discarded. */
@RestController
@RequestMapping("/api/estate/imports")
@Needs(Right.VIEW)
class ImportApi {
  private static final int MOST = 200;

  private final ImportDesk desk;
  private final JsonMapper json;

  ImportApi(ImportDesk desk, JsonMapper json) {
    this.desk = desk;
    this.json = json;
  }

  /** A format, as {@code format} names it. */
  record Format(String id, String title) {}

  /**
   * The columns of a table.
   *
   * @param proposed what they seem to mean
   * @param fields what they may mean
   */
  record Columns(CsvProposal proposed, List<String> fields) {}

  @GetMapping("/formats")
  List<Format> formats() {
    return Imports.FORMATS.stream().map(format -> new Format(format.id(), format.title())).toList();
  }

  /**
   * Looks at the file in the body and keeps what would come of it; the estate stays as it is.
   *
   * @param mapping of a table, as JSON; a long one goes to {@code /mapping} afterwards
   */
  @PostMapping
  @Needs(Right.ESTATE)
  @ResponseStatus(HttpStatus.CREATED)
  ImportView propose(
      @RequestParam(defaultValue = "file") String file,
      @RequestParam Optional<String> format,
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> mapping,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    var wish = new Wish(format, source, mapping.map(this::mapping));
    return view(desk.propose(file, Bodies.stream(request), wish, actor));
  }

  private TableMapping mapping(String text) {
    try {
      return json.readValue(text, TableMapping.class);
    } catch (JacksonException e) {
      throw new Refused(Refused.Kind.INVALID, UnreadableJson.says("The mapping", e));
    }
  }

  @GetMapping
  List<ImportNote> list(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    return desk.notes(before, Math.clamp(limit, 1, MOST));
  }

  @GetMapping("/{id}")
  ImportView one(@PathVariable long id) {
    return view(desk.get(id));
  }

  /** All that is rejected, as a table. */
  @GetMapping("/{id}/rejected")
  void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
    desk.get(id);
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"import-%d-rejected.csv\"".formatted(id));
    desk.writeRejected(id, response.getOutputStream());
  }

  @GetMapping("/{id}/columns")
  Columns columns(@PathVariable long id, @RequestParam(defaultValue = "System") EntryKind kind)
      throws IOException {
    return new Columns(
        desk.columns(id, kind)
            .orElseThrow(
                () -> new Refused(Refused.Kind.NOT_NOW, "Import %d is no table.".formatted(id))),
        Imports.fields(kind));
  }

  /** Looks at a table again, with its columns meaning this. */
  @PutMapping("/{id}/mapping")
  @Needs(Right.ESTATE)
  ImportView map(@PathVariable long id, @RequestBody TableMapping mapping) throws IOException {
    return view(
        desk.again(id, new Wish(Optional.of("csv"), Optional.empty(), Optional.of(mapping))));
  }

  @PostMapping("/{id}/apply")
  @Needs(Right.ESTATE)
  ImportView apply(@PathVariable long id, Actor actor) throws IOException {
    return view(desk.apply(id, actor));
  }

  @DeleteMapping("/{id}")
  @Needs(Right.ESTATE)
  ImportNote discard(@PathVariable long id, Actor actor) {
    return desk.discard(id, actor);
  }

  private ImportView view(ImportNote note) {
    return ImportView.of(note, desk.report(note.id()));
  }
}
