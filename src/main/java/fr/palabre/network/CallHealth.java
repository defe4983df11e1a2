package fr.palabre.network;

/** What the result of a call says of the connection, whatever the call was for. */
record CallHealth(Kind kind, String code) {
  enum Kind { WORKED, THROTTLED, UNREACHABLE, UNCLEAR, DISCONNECTED }

  static CallHealth of(Object result) {
    return switch (result) {
      case DeliveryOutcome outcome -> of(outcome);
      case Reading<?> reading -> of(reading);
      default -> worked();
    };
  }

  private static CallHealth of(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Delivered _, DeliveryOutcome.Rejected _ -> worked();
      case DeliveryOutcome.RetryAfter r -> new CallHealth(Kind.THROTTLED, r.remoteCode());
      case DeliveryOutcome.Disconnected d -> new CallHealth(Kind.DISCONNECTED, d.remoteCode());
      case DeliveryOutcome.NotSent n -> new CallHealth(Kind.UNREACHABLE, n.cause());
      case DeliveryOutcome.Unknown u -> new CallHealth(Kind.UNCLEAR, u.cause());
    };
  }

  private static CallHealth of(Reading<?> reading) {
    return switch (reading) {
      case Reading.Read<?> _ -> worked();
      case Reading.Throttled<?> _ -> new CallHealth(Kind.THROTTLED, "");
      case Reading.Disconnected<?> d -> new CallHealth(Kind.DISCONNECTED, d.remoteCode());
      case Reading.Failed<?> f -> new CallHealth(Kind.UNREACHABLE, f.cause());
    };
  }

  private static CallHealth worked() {
    return new CallHealth(Kind.WORKED, "");
  }
}
