package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
  private final List<Trouble> watches;

  ShellAdvice(List<Trouble> watches) {
    this.watches = List.copyOf(watches);
  }

  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    return Shell.of(request);
  }

  /** That the form before was kept; said on this page only. */
  @ModelAttribute("saved")
  String saved(HttpServletRequest request, HttpServletResponse response) {
    return Saved.take(request, response);
  }

  /** What is wrong with the server itself, or with what it tells; shown to those it concerns. */
  @ModelAttribute("troubles")
  List<Told> troubles(HttpServletRequest request) {
    Shell shell = Shell.of(request);
    return shell.signedIn() ? told(watches, shell.rights()) : List.of();
  }

  static List<Told> told(List<Trouble> watches, Rights rights) {
    return watches.stream()
        .filter(watch ->
            watch.concerns().isEmpty() || watch.concerns().stream().anyMatch(rights::maySomewhere))
        .flatMap(watch -> watch.trouble().stream().map(says -> new Told(says, watch.path())))
        .toList();
  }

  /**
   * A trouble on a page.
   *
   * @param path where something can be done about it
   */
  public record Told(String says, Optional<String> path) {}
}
