"""The tables as peewee models, for queries; `migrations` makes them."""

from peewee import (
    BooleanField,
    CharField,
    FloatField,
    IntegerField,
    Model,
    TextField,
)

from second_wind.core.log.entries import (
    AnyEntry,
    Channel,
    CheckIn,
    Consultation,
    ConsultationKind,
    EntryType,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.storage.tables.fields import (
    ChoiceField,
    DayField,
    MomentField,
    TimeOfDayField,
    WordsField,
)


class Row(Model):
    """What every row has: a key for life and the times that a merge needs."""

    id = CharField(primary_key=True)
    created_at = MomentField()
    updated_at = MomentField()
    deleted_at = MomentField(null=True)
    seal = TextField()


class EntryRow(Row):
    """What every logged row has; `origin` is the digest of what an import brought."""

    day = DayField()
    note = TextField()
    source = TextField()
    source_id = TextField()
    origin = TextField(default="")


class CheckInRow(EntryRow):
    """A check-in."""

    at = TimeOfDayField(null=True)
    mood = FloatField(null=True)
    feelings = WordsField()
    original = TextField()

    class Meta:
        table_name = "check_in"


class ExerciseRow(EntryRow):
    """Minutes of movement."""

    at = TimeOfDayField(null=True)
    minutes = IntegerField()
    kind = TextField()

    class Meta:
        table_name = "exercise"


class OutingRow(EntryRow):
    """An outing."""

    at = TimeOfDayField(null=True)
    kind = ChoiceField(OutingKind)
    minutes = IntegerField(null=True)
    place = TextField()
    photos = WordsField()
    as_exercise = BooleanField()

    class Meta:
        table_name = "outing"


class VolunteeringRow(EntryRow):
    """Minutes of volunteering."""

    at = TimeOfDayField(null=True)
    minutes = IntegerField()
    organisation = TextField()
    practised = TextField()
    met = TextField()

    class Meta:
        table_name = "volunteering"


class TalkRow(EntryRow):
    """A talk."""

    at = TimeOfDayField(null=True)
    kind = ChoiceField(TalkKind)
    person = TextField()
    person_id = TextField()
    minutes = IntegerField(null=True)
    tip = TextField()

    class Meta:
        table_name = "talk"


class RejectionRow(EntryRow):
    """A rejection."""

    company = TextField()
    role = TextField()
    stage = ChoiceField(Stage)
    how = ChoiceField(Channel)
    feedback = TextField()
    lesson = TextField()
    met = TextField()
    themes = WordsField()
    people = WordsField()

    class Meta:
        table_name = "rejection"


class RestRow(EntryRow):
    """A day of rest."""

    class Meta:
        table_name = "rest"


class StepMarkRow(EntryRow):
    """A step marked by hand."""

    rejection = TextField()
    step = IntegerField()

    class Meta:
        table_name = "step_mark"


class PersonRow(EntryRow):
    """Somebody met."""

    name = TextField()
    kind = ChoiceField(TalkKind)
    organisation = TextField()
    role = TextField()
    how_met = TextField()
    contact = TextField()
    keep_in_touch = IntegerField(null=True)
    lean_on = BooleanField()

    class Meta:
        table_name = "person"


class ConsultationRow(EntryRow):
    """An expert asked."""

    kind = ChoiceField(ConsultationKind)
    rejection = TextField()
    person = TextField()
    person_id = TextField()
    received = DayField(null=True)
    said = TextField()

    class Meta:
        table_name = "consultation"


class GoodNewsRow(EntryRow):
    """Good news."""

    kind = ChoiceField(GoodNewsKind)
    company = TextField()
    role = TextField()
    reopened = DayField(null=True)

    class Meta:
        table_name = "good_news"


class FeelingWordRow(EntryRow):
    """A word of one's own for a feeling."""

    word = TextField()
    group_id = TextField()
    meaning = TextField()

    class Meta:
        table_name = "feeling_word"


class SettingRow(Row):
    """A setting that belongs to the log; its id is its name."""

    value = TextField()

    class Meta:
        table_name = "setting"


class StateRow(Row):
    """Something that the window remembers, such as a draft; its id says what."""

    value = TextField()

    class Meta:
        table_name = "state"


MODELS: dict[EntryType, type[EntryRow]] = {
    CheckIn: CheckInRow,
    Exercise: ExerciseRow,
    Outing: OutingRow,
    Volunteering: VolunteeringRow,
    Talk: TalkRow,
    Rejection: RejectionRow,
    Rest: RestRow,
    StepMark: StepMarkRow,
    Person: PersonRow,
    Consultation: ConsultationRow,
    GoodNews: GoodNewsRow,
    FeelingWord: FeelingWordRow,
}


def model_of(entry: AnyEntry) -> type[EntryRow]:
    """Return the model that holds entries of this kind."""
    return MODELS[type(entry)]
