package fr.palabre.delivery;

/** Where a delivery stands, in one word; {@link Standing} says it in full. */
public enum DeliveryState {
  /** Not begun: its hour, its turn, the network or a person is awaited. */
  WAITING,
  /** The attempt is journaled; the call is being made. */
  CALLING,
  /** The network has it. */
  DELIVERED,
  /** The network said no. */
  REFUSED,
  /** The call left and its answer was lost: the account is being read back, or a person decides. */
  UNKNOWN,
  /** Taken back before it began, or left out because it was too late. */
  CANCELLED;

  /** Whether nothing more will happen by itself or by a person's decision. */
  public boolean isFinal() {
    return this == DELIVERED || this == REFUSED || this == CANCELLED;
  }
}
