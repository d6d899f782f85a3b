package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
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

  /** What is wrong with the server itself, or with what it tells; shown to those signed in. */
  @ModelAttribute("trouble")
  String trouble() {
    return watches.stream()
        .flatMap(watch -> watch.trouble().stream())
        .collect(Collectors.joining(" "));
  }
}
