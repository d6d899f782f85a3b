package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvProposal;
import dev.evenkeel.estate.imports.ImportFormat;
import dev.evenkeel.estate.imports.Imports;
import dev.evenkeel.server.inventory.imports.ImportDesk;
import dev.evenkeel.server.inventory.imports.ImportDesk.Wish;
import dev.evenkeel.server.inventory.imports.ImportNote;
import dev.evenkeel.server.inventory.imports.TableMapping;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of other systems: chosen, for tables mapped, looked at, applied or discarded. */
@Controller
@RequestMapping("/estate")
@Needs(Right.VIEW)
class ImportPage {
  private static final int ROWS = 50;
  private static final List<EntryKind> KINDS =
      List.of(EntryKind.SYSTEM, EntryKind.PERSON, EntryKind.TEAM);
  private static final List<String> CHARSETS =
      List.of(
          "UTF-8",
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "ISO-8859-15",
          "UTF-16LE",
          "Shift_JIS");
  private static final Map<String, String> TITLES =
      Imports.FORMATS.stream()
          .collect(Collectors.toUnmodifiableMap(ImportFormat::id, ImportFormat::title));

  private final ImportDesk desk;
  private final LongWork longWork;

  ImportPage(ImportDesk desk, LongWork longWork) {
    this.desk = desk;
    this.longWork = longWork;
  }

  @GetMapping("/import")
  String choose(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
    List<ImportNote> found = desk.notes(before, ROWS + 1);
    List<ImportNote> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("formats", Imports.FORMATS);
    model.addAttribute("titles", TITLES);
    model.addAttribute("imports", shown);
    model.addAttribute("older", found.size() > ROWS ? shown.getLast().id() : null);
    return "inventory/import";
  }

  @PostMapping("/import")
  @Needs(Right.ESTATE)
  ModelAndView bring(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String format,
      @RequestParam(defaultValue = "") String source,
      @RequestHeader(LongWork.HEADER) Optional<String> work,
      Actor actor,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return longWork.answer(
        work, actor, () -> brought(file, format, source, actor, response, model));
  }

  private String brought(
      MultipartFile file,
      String format,
      String source,
      Actor actor,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      if (file.isEmpty()) {
        throw new Refused(Refused.Kind.INVALID, "No file was chosen, or the file is empty.");
      }
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      ImportNote note =
          desk.propose(name, in, new Wish(said(format), said(source), Optional.empty()), actor);
      return to(note, note.isTable() ? "/columns" : "");
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
      model.addAttribute("format", format);
      model.addAttribute("source", source);
      return choose(Long.MAX_VALUE, model);
    }
  }

  @GetMapping("/imports/{id}")
  String one(@PathVariable long id, Model model) {
    ImportNote note = desk.get(id);
    model.addAttribute("note", note);
    model.addAttribute("report", desk.report(id));
    model.addAttribute("formats", Imports.FORMATS);
    model.addAttribute("titles", TITLES);
    return "inventory/import-one";
  }

  /** The same file, of another format or source than was thought. */
  @PostMapping("/imports/{id}")
  @Needs(Right.ESTATE)
  ModelAndView correct(
      @PathVariable long id,
      @RequestParam String format,
      @RequestParam String source,
      @RequestHeader(LongWork.HEADER) Optional<String> work,
      Actor actor)
      throws IOException {
    return longWork.answer(
        work,
        actor,
        () -> {
          ImportNote note = desk.again(id, new Wish(said(format), said(source), Optional.empty()));
          return to(note, note.isTable() && note.mapping().isEmpty() ? "/columns" : "");
        });
  }

  @GetMapping("/imports/{id}/columns")
  String columns(@PathVariable long id, @RequestParam Optional<EntryKind> kind, Model model)
      throws IOException {
    ImportNote note = desk.get(id);
    if (!note.isOpen() || !note.isTable()) {
      return to(note, "");
    }
    EntryKind of =
        kind.or(() -> note.mapping().map(TableMapping::entryKind)).orElse(EntryKind.SYSTEM);
    Optional<CsvProposal> proposal = desk.columns(id, of);
    if (proposal.isEmpty()) {
      return to(note, "");
    }
    return columns(note, of, proposal.get(), note.mapping(), model);
  }

  private static String columns(
      ImportNote note,
      EntryKind kind,
      CsvProposal proposal,
      Optional<TableMapping> mapping,
      Model model) {
    model.addAttribute("note", note);
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", KINDS);
    model.addAttribute("delimiter", proposal.delimiter());
    model.addAttribute("columns", TableColumn.of(proposal, kind, mapping));
    model.addAttribute("fields", Imports.fields(kind));
    model.addAttribute("charsets", CHARSETS);
    model.addAttribute("mapping", mapping.orElse(null));
    model.addAttribute("always", WordPairs.text(mapping.map(TableMapping::always).orElse(null)));
    return "inventory/import-columns";
  }

  @PostMapping("/imports/{id}/columns")
  @Needs(Right.ESTATE)
  ModelAndView map(
      @PathVariable long id,
      @RequestParam EntryKind kind,
      @RequestParam Map<String, String> typed,
      @RequestHeader(LongWork.HEADER) Optional<String> work,
      Actor actor,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return longWork.answer(work, actor, () -> mapped(id, kind, typed, response, model));
  }

  private String mapped(
      long id, EntryKind kind, Map<String, String> typed, HttpServletResponse response, Model model)
      throws IOException {
    Optional<TableMapping> chosen = Optional.empty();
    try {
      TableMapping mapping = TableColumn.chosen(kind, typed);
      chosen = Optional.of(mapping);
      return to(
          desk.again(id, new Wish(Optional.of("csv"), Optional.empty(), Optional.of(mapping))), "");
    } catch (Refused refused) {
      if (refused.kind() != Refused.Kind.INVALID) {
        throw refused;
      }
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.getMessage());
      return columns(
          desk.get(id),
          kind,
          desk.columns(id, kind).orElseThrow(),
          chosen.or(desk.get(id)::mapping),
          model);
    }
  }

  @PostMapping("/imports/{id}/apply")
  @Needs(Right.ESTATE)
  ModelAndView apply(
      @PathVariable long id, @RequestHeader(LongWork.HEADER) Optional<String> work, Actor actor)
      throws IOException {
    return longWork.answer(work, actor, () -> to(desk.apply(id, actor), ""));
  }

  @PostMapping("/imports/{id}/discard")
  @Needs(Right.ESTATE)
  String discard(@PathVariable long id, Actor actor) {
    desk.discard(id, actor);
    return "redirect:/estate/import";
  }

  private static Optional<String> said(String text) {
    return Optional.of(text.strip()).filter(word -> !word.isEmpty());
  }

  private static String to(ImportNote note, String page) {
    return "redirect:/estate/imports/" + note.id() + page;
  }
}
