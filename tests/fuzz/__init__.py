"""What strangers write, at random: it is taken or told in a sentence, in time and in bounds."""
