package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the runs. */
@Controller
@Needs(Role.VIEWER)
class FrontDoor {
  @GetMapping("/")
  String runs() {
    return "redirect:/runs";
  }
}
