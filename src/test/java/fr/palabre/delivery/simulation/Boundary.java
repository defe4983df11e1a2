package fr.palabre.delivery.simulation;

import org.jspecify.annotations.Nullable;

/** The transactions that the engine's journal is made of, told by their own statements. */
enum Boundary {
  IMAGES_CLAIM("insert into delivery_images_ahead"),
  IMAGES_KEEP("update delivery_images_ahead"),
  ALIVE("insert into delivery_engine"),
  TAKE("fence = l.fence + 1"),
  ORPHANS("), lost as ("),
  BEGIN("begun as ("),
  ANSWER("with answer as"),
  READING("readings = readings + 1"),
  HOLD("set standing = 'HELD', why = ?"),
  GIVE_BACK("set points = s.points - r.points"),
  RELEASE("set engine_id = null"),
  TELL("set tell_at = null");

  private final String said;

  Boundary(String said) {
    this.said = said;
  }

  static @Nullable Boundary of(String sql) {
    for (var one : values()) if (sql.contains(one.said)) return one;
    return null;
  }
}
