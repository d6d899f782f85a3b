package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.comms.Delivery;
import dev.evenkeel.server.comms.Masked;
import dev.evenkeel.server.comms.MessageFilter;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.EvidenceSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people were told of an upgrade: the plan of messages, each message with its attempts, the
 * words while it ran, what stood on the public status page. Evidence is taken by whoever may look,
 * so of a message to one person neither text nor address is in it.
 */
@Component
class MessageEvidence implements EvidenceSource {
  private static final int AT_ONCE = 200;

  private final UpgradeBook book;
  private final MessageDesk desk;
  private final Outbox outbox;
  private final BeatStore beats;
  private final JsonMapper json;

  MessageEvidence(
      UpgradeBook book, MessageDesk desk, Outbox outbox, BeatStore beats, JsonMapper json) {
    this.book = book;
    this.desk = desk;
    this.outbox = outbox;
    this.beats = beats;
    this.json = json;
  }

  @Override
  public List<Item> of(About upgrade) {
    UpgradeId id = new UpgradeId(upgrade.upgrade());
    List<Item> items = new ArrayList<>();
    items.add(item("plan", plan(desk.of(book.get(id)))));
    items.add(item("while-it-ran", beats.all(id)));
    items.add(item("public", desk.published(id, Integer.MAX_VALUE)));
    long before = Long.MAX_VALUE;
    List<Posted> some;
    do {
      some =
          outbox.list(new MessageFilter(Optional.empty(), "", "/upgrades/" + id, before, AT_ONCE));
      for (Posted one : some) {
        items.add(new Item(path(Long.toString(one.id())), () -> written(message(one))));
        before = one.id();
      }
    } while (some.size() == AT_ONCE);
    return items;
  }

  private static Map<String, Object> plan(MessagePlan plan) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("proposed", plan.version() == 0);
    facts.put("terms", plan.terms());
    facts.put("messages", plan.messages());
    plan.given().ifPresent(given -> facts.put("given", given));
    return facts;
  }

  private Map<String, Object> message(Posted one) {
    var message = one.message();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", one.id());
    facts.put("about", message.about());
    facts.put("channel", one.channelName());
    message.to().ifPresent(address -> facts.put("to", Masked.address(address)));
    facts.put("subject", message.subject());
    if (message.to().isEmpty()) {
      facts.put("key", message.key());
      facts.put("text", message.text());
    }
    facts.put("invitation", message.invite().isPresent());
    facts.put("language", message.language());
    facts.put("actor", message.actor().name());
    facts.put("state", one.state().word());
    facts.put("says", masked(one, one.says()));
    facts.put("postedAt", one.postedAt());
    one.endedAt().ifPresent(at -> facts.put("endedAt", at));
    facts.put(
        "attempts",
        outbox.deliveries(one.id()).stream()
            .map(attempt -> attempt.saying(masked(one, attempt.says())))
            .map(MessageEvidence::attempt)
            .toList());
    return facts;
  }

  private static String masked(Posted one, String says) {
    return one.message().to().map(address -> Masked.within(says, address)).orElse(says);
  }

  private static Map<String, Object> attempt(Delivery one) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", one.number());
    facts.put("startedAt", one.startedAt());
    one.handedOverAt().ifPresent(at -> facts.put("handedOverAt", at));
    one.endedAt().ifPresent(at -> facts.put("endedAt", at));
    facts.put("outcome", one.word());
    facts.put("says", one.says());
    return facts;
  }

  private Item item(String name, Object value) {
    return new Item(path(name), () -> written(value));
  }

  private static String path(String name) {
    return "messages/%s.json".formatted(name);
  }

  private byte[] written(Object value) {
    return json.writerWithDefaultPrettyPrinter()
        .writeValueAsString(value)
        .getBytes(StandardCharsets.UTF_8);
  }
}
