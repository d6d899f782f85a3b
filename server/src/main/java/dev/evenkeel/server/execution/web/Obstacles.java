package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.shared.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a run from starting, put together by who can clear it and where. Each reason says at
 * its beginning what it belongs to; what says nothing of it stands for itself.
 */
public final class Obstacles {
  private static final Pattern CHECKLIST =
      Pattern.compile("Upgrade (\\d+), go-live checklist: (.+)", Pattern.DOTALL);
  private static final Pattern APPROVAL =
      Pattern.compile("Upgrade (\\d+), .*(?:approv|agreed to it).*", Pattern.DOTALL);

  private Obstacles() {}

  /**
   * Reasons that go away together.
   *
   * @param who clears them
   * @param path where that is done
   */
  public record Group(String title, String who, Optional<String> path, List<String> says) {
    public Group {
      says = List.copyOf(says);
    }
  }

  /** Empty when there is one reason only: its own sentence says it best. */
  static List<Group> of(Refused refused) {
    return refused.facts().get("reasons") instanceof List<?> several && several.size() > 1
        ? grouped(several.stream().map(String::valueOf).toList())
        : List.of();
  }

  static List<Group> grouped(List<String> reasons) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (String reason : reasons) {
      Group one = group(reason);
      groups.merge(one.title(), one, Obstacles::together);
    }
    return List.copyOf(groups.values());
  }

  private static Group together(Group some, Group more) {
    List<String> says = new ArrayList<>(some.says());
    says.addAll(more.says());
    return new Group(some.title(), some.who(), some.path(), says);
  }

  private static Group group(String reason) {
    Matcher checklist = CHECKLIST.matcher(reason);
    if (checklist.matches()) {
      return new Group(
          "Go-live checklist of upgrade " + checklist.group(1),
          "A fact makes an item yes, or a validator confirms it.",
          Optional.of("/upgrades/%s/go-live".formatted(checklist.group(1))),
          List.of(checklist.group(2)));
    }
    Matcher approval = APPROVAL.matcher(reason);
    if (approval.matches()) {
      return new Group(
          "Approval of upgrade " + approval.group(1),
          "A requester asks for it; approvers without another duty in it decide.",
          Optional.of("/upgrades/%s/approval".formatted(approval.group(1))),
          List.of(reason));
    }
    if (reason.startsWith("Costs of ")) {
      return new Group(
          "Money",
          "A sponsor who did not write the costs approves them, on the page Budget of the upgrade.",
          Optional.empty(),
          List.of(reason));
    }
    return new Group("Besides", "", Optional.empty(), List.of(reason));
  }
}
