package dev.evenkeel.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
  private final DiskWatch disk;

  ShellAdvice(DiskWatch disk) {
    this.disk = disk;
  }

  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    return Shell.of(request);
  }

  /** What is wrong with the server itself; the layout shows it to those signed in. */
  @ModelAttribute("trouble")
  String trouble() {
    return disk.trouble().orElse("");
  }
}
