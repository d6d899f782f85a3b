package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.lifecycle.PathRule;
import dev.evenkeel.server.inventory.lifecycle.OwnRule;
import dev.evenkeel.server.inventory.lifecycle.RuleDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the way up over HTTP. */
@RestController
@RequestMapping("/api/lifecycle/path-rules")
@Needs(Right.VIEW)
class PathRulesApi {
  private final RuleDesk desk;
  private final DocumentBodies bodies;

  PathRulesApi(RuleDesk desk, DocumentBodies bodies) {
    this.desk = desk;
    this.bodies = bodies;
  }

  /** Rules of one's own, and those that come with Evenkeel. */
  record Rules(List<OwnRule> own, List<PathRule> shipped) {}

  @GetMapping
  Rules all() {
    return new Rules(desk.own(), desk.shipped());
  }

  /** The body is YAML that begins with {@code rules:}, for one product. */
  @PutMapping
  @Needs(Right.ESTATE)
  OwnRule keep(HttpServletRequest request, Actor actor) throws IOException {
    return bodies.read(
        request, DocumentBodies.DOCUMENTS, body -> desk.keep(Bodies.text(body), actor));
  }

  @DeleteMapping("/{product}")
  @Needs(Right.ESTATE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String product, Actor actor) {
    desk.remove(product, actor);
  }
}
