package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the runs. */
@Controller
@Needs(Right.VIEW)
class FrontDoor {
  @GetMapping("/")
  String runs() {
    return "redirect:/runs";
  }
}
