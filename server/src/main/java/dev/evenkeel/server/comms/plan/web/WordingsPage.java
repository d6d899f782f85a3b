package dev.evenkeel.server.comms.plan.web;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.plan.WordingShelf;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wordings of messages, which every installation may change. */
@Controller
@RequestMapping("/messages/wordings")
@Needs(Right.COMMUNICATE)
class WordingsPage {
  private static final int LONGEST = 20_000;

  private final WordingShelf shelf;

  WordingsPage(WordingShelf shelf) {
    this.shelf = shelf;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String list(Model model) {
    model.addAttribute(
        "wordings",
        Arrays.stream(Occasion.values())
            .flatMap(occasion ->
                Arrays.stream(Language.values()).map(language -> shelf.get(occasion, language)))
            .toList());
    return "comms/wordings";
  }

  @GetMapping("/{occasion}/{language:en|de}")
  @Needs(Right.VIEW)
  String one(@PathVariable String occasion, @PathVariable String language, Model model) {
    WordingShelf.Shelved shelved = shelf.get(occasion(occasion), Language.of(language));
    return show(shelved, Typed.of(Map.of("text", shelved.text())), model);
  }

  /** Keeps another text; an empty one brings the shipped one back. */
  @PostMapping("/{occasion}/{language:en|de}")
  String keep(
      @PathVariable String occasion,
      @PathVariable String language,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Occasion about = occasion(occasion);
    Optional<String> text = typed.words("text", LONGEST);
    if (typed.keeps(() -> shelf.keep(about, Language.of(language), text, seen, actor))) {
      return "redirect:/messages/wordings";
    }
    response.setStatus(typed.status());
    return show(shelf.get(about, Language.of(language)), typed, model);
  }

  private static String show(WordingShelf.Shelved shelved, Typed typed, Model model) {
    model.addAttribute("wording", shelved);
    model.addAttribute("form", typed);
    model.addAttribute("known", Known.values());
    model.addAttribute("readers", AudienceClass.values());
    return "comms/wording";
  }

  private static Occasion occasion(String word) {
    return Occasion.of(word)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no message '%s'.".formatted(word)));
  }
}
