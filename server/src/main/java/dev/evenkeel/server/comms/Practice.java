package dev.evenkeel.server.comms;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Of an upgrade with which one only practises nobody is told. */
@Component
public class Practice {
  private static final Pattern UPGRADE = Pattern.compile("/upgrades/(\\d{1,18})(/.*)?");

  private final AdoptionDesk adoption;

  Practice(AdoptionDesk adoption) {
    this.adoption = adoption;
  }

  public boolean isAbout(String path) {
    Matcher upgrade = UPGRADE.matcher(path);
    return upgrade.matches()
        && adoption.isPractice(new UpgradeId(Long.parseLong(upgrade.group(1))));
  }
}
