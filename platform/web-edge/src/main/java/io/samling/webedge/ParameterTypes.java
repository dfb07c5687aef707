package io.samling.webedge;

import io.samling.contracts.LogPositions;
import io.samling.kernel.PartialDate;
import java.util.function.Function;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How parameters are read: days in ISO 8601, positions as they were answered. */
class ParameterTypes implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        var days = new DateTimeFormatterRegistrar();
        days.setUseIsoFormat(true);
        days.registerFormatters(registry);
        registry.addConverter(String.class, LogPositions.class, readable(LogPositions::parse));
        registry.addConverter(String.class, PartialDate.class, readable(PartialDate::of));
    }

    private static <T> Converter<String, T> readable(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException nonsense) {
                throw new ReadableByUsers(String.valueOf(nonsense.getMessage()), nonsense);
            }
        };
    }
}
