package fr.palabre.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads identifiers, which are records of one UUID, from addresses and forms. */
@Configuration(proxyBeanMethods = false)
class IdInAddress implements WebMvcConfigurer, ConditionalGenericConverter {
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(this);
  }

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(String.class, Record.class));
  }

  @Override
  public boolean matches(TypeDescriptor source, TypeDescriptor target) {
    var parts = target.getType().getRecordComponents();
    return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor from,
      TypeDescriptor to) {
    var text = String.valueOf(source);
    if (text.isBlank()) return null;
    try {
      return to.getType().getConstructor(UUID.class).newInstance(UUID.fromString(text));
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalArgumentException("No identifier: " + to.getType(), e);
    }
  }
}
