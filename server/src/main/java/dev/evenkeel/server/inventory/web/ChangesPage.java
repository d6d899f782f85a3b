package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.DocumentChange;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What changed in the estate, by whom, and back. */
@Controller
@RequestMapping("/estate/changes")
@Needs(Right.VIEW)
class ChangesPage {
  private static final int ROWS = 50;

  private final EstateBook book;
  private final LongWork longWork;

  ChangesPage(EstateBook book, LongWork longWork) {
    this.book = book;
    this.longWork = longWork;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
    List<ChangeNote> found = book.notes(before, ROWS + 1);
    List<ChangeNote> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("changes", shown);
    model.addAttribute("older", found.size() > ROWS ? shown.getLast().id() : null);
    return "inventory/changes";
  }

  @GetMapping("/{id}")
  String one(@PathVariable long id, Model model) {
    ChangeNote note = book.note(id);
    model.addAttribute("note", note);
    model.addAttribute(
        "changes", book.changesOf(id, Applied.MOST).stream().map(DocumentChange::of).toList());
    model.addAttribute("more", Math.max(0, note.documents() - Applied.MOST));
    return "inventory/change";
  }

  @PostMapping("/{id}/revert")
  @Needs(Right.ESTATE)
  ModelAndView revert(
      @PathVariable long id, @RequestHeader(LongWork.HEADER) Optional<String> work, Actor actor)
      throws IOException {
    return longWork.answer(
        work,
        actor,
        () -> "redirect:/estate/changes/" + book.revert(id, actor).map(ChangeNote::id).orElse(id));
  }
}
