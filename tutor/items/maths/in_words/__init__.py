"""Mathematics as learners say it: words, sentences and second thoughts, brought to notation."""
