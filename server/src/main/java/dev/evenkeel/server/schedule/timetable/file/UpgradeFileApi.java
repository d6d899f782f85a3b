package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.runbook.Utf8;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Upgrades as text, over HTTP. */
@RestController
@RequestMapping("/api/upgrades")
@Needs({Right.REQUEST, Right.PLAN})
class UpgradeFileApi {
  private final UpgradeFileDesk desk;

  UpgradeFileApi(UpgradeFileDesk desk) {
    this.desk = desk;
  }

  /**
   * Makes and changes upgrades as documents in YAML or JSON say, all of them or none.
   *
   * @param preview whether to say only what would change
   * @param file name shown in findings
   */
  @PostMapping("/apply")
  AppliedUpgrades apply(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "upgrades.yaml") String file,
      @RequestBody(required = false) byte @Nullable [] body,
      Actor actor) {
    return desk.apply(file, text(body == null ? new byte[0] : body), preview, actor);
  }

  private static String text(byte[] body) {
    return switch (Utf8.of(body)) {
      case Utf8.Text(var text) -> text;
      case Utf8.Broken broken ->
          throw new Refused(
              Refused.Kind.INVALID,
              "Line %d, column %d: %s %s Nothing was changed."
                  .formatted(
                      broken.where().line(),
                      broken.where().column(),
                      broken.message(),
                      broken.wayOut()));
    };
  }
}
