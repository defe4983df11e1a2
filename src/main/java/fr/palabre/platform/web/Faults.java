package fr.palabre.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is wrong in a form, field by field, as message keys. */
public final class Faults {
  private final Map<String, String> keys = new LinkedHashMap<>();

  /** Those of a form whose constraints carry message keys as their messages. */
  public static Faults in(BindingResult form) {
    var faults = new Faults();
    form.getFieldErrors().forEach(error ->
        faults.add(error.getField(), String.valueOf(error.getDefaultMessage())));
    return faults;
  }

  /** Keeps the first fault of each field. */
  public Faults add(String field, String key) {
    keys.putIfAbsent(field, key);
    return this;
  }

  public boolean any() {
    return !keys.isEmpty();
  }

  /** What to say under this field; null when it is right. */
  public @Nullable String say(Page page, String field) {
    var key = keys.get(field);
    return key == null ? null : page.t(key);
  }
}
