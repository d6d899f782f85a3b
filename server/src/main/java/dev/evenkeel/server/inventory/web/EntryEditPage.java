package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.text.YamlText;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.server.inventory.Editions;
import dev.evenkeel.server.inventory.EntryAdvisor;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.HeldEntries;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds and edits entries: field by field, or the document as YAML. */
@Controller
@RequestMapping("/estate/{kind}")
@Needs(Right.ESTATE)
class EntryEditPage {
  private final EstateBook book;
  private final HeldEntries still;
  private final List<EntryAdvisor> advisors;

  EntryEditPage(EstateBook book, HeldEntries still, ObjectProvider<EntryAdvisor> advisors) {
    this.book = book;
    this.still = still;
    this.advisors = advisors.orderedStream().toList();
  }

  /** What is to be known of a document while it is typed. */
  @PostMapping("/typed")
  String typed(@PathVariable EntryKind kind, @RequestParam Map<String, String> typed, Model model) {
    var findings = new Findings("form");
    Map<String, String> texts = new HashMap<>(typed);
    texts.keySet().removeAll(List.of("edition", "began"));
    EntryForm form = new EntryForm(kind, texts);
    Optional<Document> wanted =
        EstateReader.document(kind, form.body(), findings)
            .or(() ->
                EstateReader.document(kind, form.completed().body(), new Findings("completed")));
    Snapshot now = book.snapshot();
    List<Finding> found = findings.inOrder();
    model.addAttribute("findings", found);
    model.addAttribute(
        "advice",
        wanted.stream()
            .flatMap(document ->
                advisors.stream().flatMap(advisor -> advisor.advise(document, now).stream()))
            .toList());
    return "inventory/edit :: advice";
  }

  @GetMapping("/new")
  String add(@PathVariable EntryKind kind, @RequestParam Map<String, String> given, Model model) {
    return form(new EntryForm(kind, given), "", Map.of(), model);
  }

  @GetMapping("/{name}/edit")
  String edit(@PathVariable EntryKind kind, @PathVariable String name, Model model) {
    Document document = book.get(new Document.Key(kind, name));
    if (EntryForm.isTooLong(document)) {
      return "redirect:/estate/%s/%s/yaml".formatted(kind.path(), name);
    }
    model.addAttribute("began", name);
    warnIfHeld(document.key(), model);
    return form(EntryForm.of(kind, document.fields()), Editions.of(document), Map.of(), model);
  }

  @GetMapping("/{name}/yaml")
  String editYaml(@PathVariable EntryKind kind, @PathVariable String name, Model model) {
    Document document = book.get(new Document.Key(kind, name));
    warnIfHeld(document.key(), model);
    return yaml(document.key(), YamlText.of(document), Editions.of(document), List.of(), model);
  }

  /**
   * @param edition of the document the edit began with; empty for a new one
   */
  @PostMapping
  String save(
      @PathVariable EntryKind kind,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String edition,
      @RequestParam(defaultValue = "") String began,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Map<String, String> texts = new HashMap<>(typed);
    texts.keySet().removeAll(List.of("edition", "began"));
    model.addAttribute("began", began);
    var form = new EntryForm(kind, texts);
    if (!began.isEmpty() && !began.equals(form.name())) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("refusal", keepsItsName(kind, began));
      return form(form, edition, Map.of(), model);
    }
    var findings = new Findings("form");
    Optional<Document> before =
        book.estate()
            .find(new Document.Key(kind, form.name()))
            .filter(document -> edition.equals(Editions.of(document)));
    Optional<Document> wanted =
        EstateReader.document(kind, before.map(form::body).orElseGet(form::body), findings);
    if (wanted.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return form(form, edition, form.wrong(findings.inOrder()), model);
    }
    try {
      return keep(wanted.get(), edition, actor);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("refusal", refused.getMessage());
      return form(form, edition, Map.of(), model);
    }
  }

  @PostMapping("/{name}/yaml")
  String saveYaml(
      @PathVariable EntryKind kind,
      @PathVariable String name,
      @RequestParam String text,
      @RequestParam String edition,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Document.Key key = new Document.Key(kind, name);
    EstateReader.Reading reading = EstateReader.read("document", text);
    if (!reading.isWell()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return yaml(key, text, edition, reading.findings(), model);
    }
    try {
      return keep(Bodies.onlyDocument(text, key), edition, actor);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("refusal", refused.getMessage());
      return yaml(key, text, edition, List.of(), model);
    }
  }

  private static String keepsItsName(EntryKind kind, String name) {
    return "A %s keeps its name, since other documents know it by that; this one is called '%s'. Change its title, by which people see it, or add a new one and take this one out."
        .formatted(kind.word().toLowerCase(Locale.ROOT), name);
  }

  private String keep(Document wanted, String edition, Actor actor) {
    Optional<String> seen = edition.isEmpty() ? Optional.empty() : Optional.of(edition);
    book.edit(wanted, seen, "a page", actor);
    return "redirect:/estate/%s/%s".formatted(wanted.kind().path(), wanted.name());
  }

  /** Whoever would be refused on saving is told before typing. */
  private void warnIfHeld(Document.Key key, Model model) {
    if (key.kind() == EntryKind.SYSTEM) {
      model.addAttribute("held", still.now().get(key.name()));
    }
  }

  private String form(
      EntryForm form, String edition, Map<String, List<String>> wrong, Model model) {
    model.addAttribute("kind", form.kind());
    model.addAttribute("form", form);
    model.addAttribute("edition", edition);
    model.addAttribute("wrong", wrong);
    model.addAttribute("sections", FormSection.of(form.kind()));
    model.addAttribute("people", book.estate().all(EntryKind.PERSON).keySet());
    model.addAttribute("teams", book.estate().all(EntryKind.TEAM).keySet());
    return "inventory/edit";
  }

  private String yaml(
      Document.Key key, String text, String edition, List<Finding> findings, Model model) {
    model.addAttribute("kind", key.kind());
    model.addAttribute("name", key.name());
    model.addAttribute("text", text);
    model.addAttribute("edition", edition);
    model.addAttribute("findings", findings);
    return "inventory/yaml";
  }
}
