package dev.evenkeel.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    return Shell.of(request);
  }
}
