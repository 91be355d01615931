// Says beside the health link how the host is right now.
const health = document.getElementById('health');
const answer = await fetch('/health/ready').catch(() => null);
health.textContent = answer?.ok ? 'Ready: storage and secrets answer.' : 'Not ready. Open it to see what does not answer.';
