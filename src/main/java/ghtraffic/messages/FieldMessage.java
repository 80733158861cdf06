package ghtraffic.messages;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** Says beside a field of the page at hand what is wrong with it. */
public final class FieldMessage {

    private FieldMessage() {}

    /**
     * Shows what a rule says of what was entered.
     *
     * @param form the form's id
     * @param wrong about one of the form's fields
     * @return the outcome of an action that stays on its page
     */
    public static @Nullable String show(String form, InvalidInput wrong) {
        return show(form + ":" + wrong.field(), Message.of("field", wrong.what()));
    }

    /**
     * Shows a message.
     *
     * @param field the ids of form and field, with a colon between them
     * @param message a sentence
     * @return the outcome of an action that stays on its page
     */
    public static @Nullable String show(String field, Message message) {
        FacesContext context = FacesContext.getCurrentInstance();
        String text = message.in(CDI.current().select(Language.class).get().getLocale());
        context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        if (context.getViewRoot().findComponent(field) instanceof EditableValueHolder input) {
            input.setValid(false);
        }
        return null;
    }
}
