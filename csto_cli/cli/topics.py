"""What holds for every command, a topic at a time: the texts of `csto help`."""

from __future__ import annotations

EXIT_CODES = """\
EXIT CODES

    0    answered; an empty list is an answer ([] and a note on stderr)
    1    the thing named is not in the record; near names are on stderr.
         Also an empty list with --exit-status
    2    wrong usage: an unknown command, option, field, format or value, an
         impossible date, a reference that fits several things where one is
         needed; the valid values are on stderr. Also an export that needs a
         package which is not installed
    3    the store cannot be read, or does not have the form that a command
         needs; `csto check`, which alone judges all of it, found problems
    4    the answer or the exported file could not be written
    130  interrupted
    141  the reader of the pipe went away (as with `| head -1`)

Stdout carries the answer and nothing else. Errors, notes, warnings and "did
you mean" go to stderr, one a line, each beginning with "csto: "; near names
and valid values stand on indented lines below.

Nothing in the record is no proof that there was nothing: three kinds of "no"
are told apart. Not in this record: exit 1, or a note beside an empty list.
In the record, and the answer is none: exit 0, an empty list, "answer": "none".
In the record, but sources disagree: exit 0, "answer": "disputed", and every
value with who gives it under "disputes".
"""

FORMATS = """\
FORMATS

    table   drawn for a person: width and encoding of the terminal are kept
    json    one UTF-8 array of whole records, references as ids
    jsonl   the same records, one a line
    csv     a header, then a line each (RFC 4180, lines end in \\n)
    tsv     a header, then a line each; a tab inside a value is shown as \\t
    md      a Markdown table

--format NAME chooses one; --json is short for --format json. With none asked,
a terminal gets a table, or a card for `who` and `show`; anything else gets
TSV, or `field<TAB>value` lines for a card: never colour, never a drawn line,
nothing cut. --ids prints bare ids, one a line, each once.

JSON keeps keys in the order of the schema (`csto schema`), and fields are
only ever added within a schema version. --expand puts names beside ids: host
gets host_name, participants gets participants_names. In other formats --fields
can ask for them: --expand --fields id,host_name.

--fields a,b.c prints only those, in that order, in every format; a missing
one is null in JSON and empty in a table. --fields alone lists them all.

csv and json hold every value as it is. tsv and a terminal show control and
direction characters as escapes (\\x1b, \\u202e); JSON escapes them too, which
a reader undoes. A value that a spreadsheet would take for a formula
is never changed, but a note on stderr counts such values. Read tsv without
quoting: cut -f, awk -F'\\t', Python's csv with quoting=csv.QUOTE_NONE.

A `-` in place of a name or reference reads them from stdin, one a line:

    csto meetings --year 2018 --ids | csto docs --meeting - --format csv

COLUMNS of csv, tsv, md and table, in this order; certainty comes after them
where a day was asked about (before it, of exercises with --presence, the
states: participants, absent), sources where --sources asks for them, and after
all others, in the lists of records, sources_disagree: the fields on which they
do (`csto show ID` says who gives which value; --disputed keeps such rows):

    who         asked person name office state start end acting certainty
                status attested disputed in_place_of member
    search      table id name excerpt
    states      id name iso2 membership since until capital
    officials   id name state posts
    meetings    date body place kind status chair documents id
    docs        meeting date type action title in_force id
    bodies      id abbr name kind parent founded
    exercises   start end name status host place personnel id
    chairs      start end state chair motto id
    sources     id kind publisher date lang title url
    timeline    date end kind event label state record
    changes     kind date event what from to certainty record
    check       level table id field problem

With --at, who lists seats: asked meeting date person name state office role
presence name_as_stated acting. in_place_of is an office that the state did not
have then, whose seat the holder filled; member says whether the state belonged
to the treaty or the organisation on the days asked about. docs --meeting has a
row for each document and meeting; its JSON says which in meeting.
"""

DATES = """\
DATES

A date is typed as 2018, 2018-05, 2018-05-24, 2018/05/24, 20180524,
24.05.2018, '24 May 2018', '24 мая 2018', today, yesterday or tomorrow; a
period as 2016..2018 or 2016-2018, 2018-09..2018-11, 2016.. or ..2018.
A day that does not exist (2018-02-30) is refused.

Also read: 24/05/2018, 24-May-2018, 2018-05-24T10:00, a weekday before a date;
24-26 May 2018, 27 June - 2 July 2017, from May to July 2018, a dash between the
ends of a period. 05/06/2018, which can be of two days, and 24.05.18, whose
century is not said, are refused.

    --on DATE      on that day, or on some day of that month or year
    --year Y       in that year; 2016..2018 for several
    --since DATE   on that day or after it
    --until DATE   on that day or before it

DATE may also be a meeting, a document or an exercise of the record that has a
date: --on crrf-agreement-2009, --since "astana 24 may 2018". Which one words
were taken for is said.

Every one narrows the others, and is given once. (Options that may be repeated -
--state, --type, --place ... - take any of their values; --person, repeated, all
of them.) What is asked of a day is answered yes, possibly or no: "possibly"
where the dates in the record do not decide, or only a source that is not
preferred gives the day, unless somebody else surely sat in the seat then or it
surely stood empty. An exercise without an end can have gone on to the end of
its year, a standing operation (Channel, Illegal) to the record's own day. Of
documents, --action asks for the day of that act. What was only announced is
possible at most; what was cancelled stays in a list of the days for which it
was planned, as "no". --certain leaves out what is "possibly" or "no". A
possible holder whom no source shows in office within five years of the day is
counted by who, not named; --history names everyone, and so does the list of
officials.

In the record a date is no sharper than its source: 2018 is some day of that
year, 2018-05~ about that month, 2018-05? that month if the source is right;
either mark leaves open one unit more on each side: April and June.
The end of a post, a membership or a meeting is its last day, inclusive. A
post without an end is still held on the record's own day (`csto info` says
which) if its status is current: "since 2020-01-20". Of any other the record
does not say how long it lasted: "from 2020-01-20".
"""

NAMES = """\
NAMES

A state, person, office or body is found by its id, or by any name of it in
any script and spelling. The rules, strongest first; a weaker one is tried
only when no stronger one fits anything, but with a surname come the namesakes
whom the record writes in another romanisation:

    id               kazakhstan; an id it had before still works (in capitals
                     or with blanks where no name fits)
    name             Kazakhstan, Казахстан, Қазақстан
    spelling         the same but for case, marks, script, punctuation
    alias            a code (KZ, KAZ), an abbreviation, a known misspelling
    words            every word typed is in the name; one letter is an initial
    transliteration  the same name, or words, by another romanisation
    state, office    "armenia foreign minister": the office, for that state

Several words are one name if they fit something so, else each a name of its
own, unless one of them fits too much for that (agreement). Everything that
the rule fits is answered; `csto who --explain` says which it
was. Where one thing is needed and several fit (--state, --person), the
command is refused with their ids. Near names are offered, never taken.

A meeting reference, for --meeting, --at and `show`, is any set of what tells
a meeting, in any order: place, year, month or day, body, kind.

    astana-2018   2018-05   cssc-2018   2018-05-24   "astana may 2018"
    latest        next      latest-csc  first-cfm

latest and first are of those held up to today, next of those announced from
today on. Words of a meeting's own name find it too: "jubilee summit". It means
every meeting that it fits.
"""

ENVIRONMENT = """\
ENVIRONMENT

    CSTO_DB            the store to read; --db is stronger
    NO_COLOR           not empty: no colour on a terminal
    FORCE_COLOR        not empty, not 0: colour for --format table in a pipe
    TERM               dumb: no colour
    COLUMNS            width of tables, instead of the terminal's; 20 at least
    PYTHONIOENCODING   encoding of tables; what it lacks is shown as escapes.
                       Formats for machines are UTF-8 whatever it says

Without CSTO_DB and --db the store is the db.json of the checkout that the
program runs from, else the one inside the installed package. It is opened for
reading, and no command but `csto check --fix` ever writes to it.

Completion of commands, options and values in a shell:

    bash   eval "$(csto completion bash)"           in ~/.bashrc
    zsh    eval "$(csto completion zsh)"            in ~/.zshrc
    fish   csto completion fish | source            in config.fish

The man page: csto help --man > csto.1; man -l csto.1
"""

TOPICS: dict[str, str] = {
    "exit-codes": EXIT_CODES,
    "formats": FORMATS,
    "dates": DATES,
    "names": NAMES,
    "environment": ENVIRONMENT,
}

SUMMARIES = {
    "exit-codes": "what 0, 1, 2, 3 and 4 mean, and what goes to stderr",
    "formats": "table, json, jsonl, csv, tsv, md; their columns; ids; fields",
    "dates": "how to type a day or a period; yes, possibly, no",
    "names": "how names and meeting references are understood",
    "environment": "variables that the program obeys; completion; man page",
}
