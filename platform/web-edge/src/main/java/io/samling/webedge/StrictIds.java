package io.samling.webedge;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads ids to the letter: Java would take {@code 0-0-0-0-0} for a UUID. */
@ControllerAdvice
class StrictIds {

    private static final Pattern SPELLING =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @InitBinder
    void readIds(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!SPELLING.matcher(text).matches()) {
                throw new IllegalArgumentException("Not a UUID");
            }
            setValue(UUID.fromString(text));
        }
    }
}
