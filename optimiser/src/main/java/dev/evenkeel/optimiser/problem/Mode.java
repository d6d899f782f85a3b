package dev.evenkeel.optimiser.problem;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * A way to carry an upgrade out: big-bang, phased, parallel run.
 *
 * @param release the first slot in which it can start
 * @param work slots of the work itself
 * @param buffer slots for what takes longer
 * @param rollback slots kept for the way back
 * @param down when how much of the system is away, as expected
 * @param cost money it takes
 * @param riskCost money for what may go wrong in it
 * @param needs of resources, during all of its length
 * @param calendar instead of its system's
 */
public record Mode(
    String id,
    int release,
    int work,
    int buffer,
    int rollback,
    List<Down> down,
    long cost,
    long riskCost,
    List<Need> needs,
    Optional<String> calendar) {
  public Mode {
    down = List.copyOf(down);
    needs = List.copyOf(needs);
  }

  /** Slots from its start to its end. */
  public int length() {
    return work + buffer + rollback;
  }

  /**
   * A stretch in which it is away.
   *
   * @param offset slots after the start
   * @param outage thousandths of a full outage
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"offset", "slots", "outage"})
  public record Down(int offset, int slots, long outage) {}

  /** How much of a resource. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"resource", "amount"})
  public record Need(String resource, int amount) {}
}
