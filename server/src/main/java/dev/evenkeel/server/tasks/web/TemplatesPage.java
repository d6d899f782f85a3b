package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.tasks.KeptTemplate;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.TemplateShelf;
import dev.evenkeel.server.tasks.TemplateVersion;
import dev.evenkeel.server.tasks.Undertakings;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.template.OwnerText;
import dev.evenkeel.server.tasks.template.Step;
import dev.evenkeel.server.tasks.template.Template;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shelf of templates, and one template on a page. */
@Controller
@RequestMapping("/templates")
@Needs(Right.VIEW)
class TemplatesPage {
  private static final int UPGRADES = 300;

  private final TemplateShelf shelf;
  private final Undertakings upgrades;

  TemplatesPage(TemplateShelf shelf, Undertakings upgrades) {
    this.shelf = shelf;
    this.upgrades = upgrades;
  }

  @GetMapping
  String list(Model model) {
    List<TemplateVersion> all = shelf.list();
    model.addAttribute("processes", all.stream().filter(one -> one.steps() > 0).toList());
    model.addAttribute("worksheets", all.stream().filter(one -> one.steps() == 0).toList());
    if (!model.containsAttribute("text")) {
      model.addAttribute("text", "");
    }
    return "tasks/templates";
  }

  @PostMapping
  @Needs(Right.PLAN)
  String take(
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    try {
      KeptTemplate kept = shelf.take("template.yaml", text, actor);
      return "redirect:/templates/" + kept.version().name();
    } catch (Refused refused) {
      response.setStatus(
          refused.kind() == Refused.Kind.INVALID
              ? HttpStatus.BAD_REQUEST.value()
              : HttpStatus.CONFLICT.value());
      model.addAttribute("refusal", refused.getMessage());
      model.addAttribute("findings", refused.facts().getOrDefault("findings", List.of()));
      model.addAttribute("text", text);
      return list(model);
    }
  }

  @GetMapping("/{name}")
  String one(@PathVariable String name, @RequestParam Optional<Integer> version, Model model) {
    KeptTemplate kept = shelf.get(name, version);
    model.addAttribute("kept", kept);
    model.addAttribute("versions", shelf.versions(name));
    model.addAttribute("upgrades", upgrades.list(UPGRADES));
    model.addAttribute("places", places(kept.template()));
    model.addAttribute("absent", absent(kept.template()));
    model.addAttribute("days", kept.template().days(Optional.empty()));
    model.addAttribute("daysFromLaunch", kept.template().days(Optional.of(Basis.LAUNCH)));
    return kept.template().isWorksheet() ? "tasks/worksheet" : "tasks/template";
  }

  /** By the key of a step the names of the pages on which it is done. */
  private static Map<String, String> places(Template template) {
    return template.allSteps().stream()
        .collect(
            Collectors.toMap(
                Step::key,
                step ->
                    Place.of(step.capabilities()).stream()
                        .map(Place::label)
                        .collect(Collectors.joining(", "))));
  }

  /** Teams that own steps of it and are not in the estate; none while the estate has no teams. */
  private List<String> absent(Template template) {
    Collection<String> teams = upgrades.choices().teams();
    return teams.isEmpty()
        ? List.of()
        : Stream.concat(
                template.owner().stream(),
                template.allSteps().stream().flatMap(step -> step.owner().stream()))
            .map(OwnerText::owner)
            .filter(owner -> owner.isMissing(teams))
            .map(Owner::name)
            .distinct()
            .toList();
  }

  @PostMapping("/{name}/copies")
  @Needs(Right.PLAN)
  String copy(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String to,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    try {
      return "redirect:/templates/"
          + shelf.copy(name, to.strip(), Optional.empty(), actor).version().name();
    } catch (Refused refused) {
      if (refused.kind() == Refused.Kind.NOT_FOUND) {
        throw refused;
      }
      response.setStatus(
          refused.kind() == Refused.Kind.INVALID
              ? HttpStatus.BAD_REQUEST.value()
              : HttpStatus.CONFLICT.value());
      model.addAttribute("refusal", refused.getMessage());
      return one(name, Optional.empty(), model);
    }
  }

  /** To the tasks of an upgrade, with this template chosen there. */
  @GetMapping("/{name}/launch")
  String launch(@PathVariable String name, @RequestParam long upgrade) {
    return "redirect:/upgrades/%d/tasks?template=%s#launch"
        .formatted(upgrades.get(upgrade).id(), shelf.get(name).version().name());
  }
}
